// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace latticeq::ui {

/** The layers whose name contains a text, sorted by any column; what is not known yet always comes last. */
class LayersFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit LayersFilter(QObject* parent = nullptr);

    void setText(const QString& text);
    const QString& text() const { return m_text; }
    /** The row of a layer here; invalid where the filter hides it. */
    QModelIndex indexOf(const QString& layer) const;

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QString m_text;
};

} // namespace latticeq::ui
