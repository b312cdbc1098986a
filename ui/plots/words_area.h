// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QLabel;

namespace latticeq::ui {

/**
 * Lines of words under a plot: never lower than they are, up to six lines, and scrolled beyond. The view grows with
 * them rather than letting them and the plot overlap.
 */
class WordsArea : public QScrollArea
{
    Q_OBJECT
public:
    explicit WordsArea(QWidget* parent = nullptr);

    /** Hides the area where there is nothing to read. */
    void setText(const QString& text, const QFont& font);
    QString text() const;
    QLabel& label() { return *m_label; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QLabel* m_label;
};

} // namespace latticeq::ui
