// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace latticeq::ui {

/** The header of a collapsible section: an arrow, the title and, while closed, the values inside. Checked: open. */
class SectionHeader : public QAbstractButton
{
    Q_OBJECT
public:
    explicit SectionHeader(QWidget* parent = nullptr);

    const QString& summary() const { return m_summary; }
    void setTexts(const QString& title, const QString& summary);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QFont titleFont() const;
    void drawTexts(QPainter& painter, const QRect& rect) const;

    QString m_summary;
};

} // namespace latticeq::ui
