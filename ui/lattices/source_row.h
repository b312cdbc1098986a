// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lattices/lattice_panels.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLabel;
class QToolButton;

namespace latticeq::ui {

/** The row above the panels: run and layer of each, and the buttons that swap and link them. */
class SourceRow : public QWidget
{
    Q_OBJECT
public:
    explicit SourceRow(LatticePanels& panels, QWidget* parent = nullptr);

    /** Puts a button at the row's end. */
    void append(QWidget* widget);
    QToolButton& swapButton() const { return *m_swap; }
    QToolButton& linkButton() const { return *m_link; }
    void retranslate();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Side
    {
        QLabel* marker = nullptr;
        QComboBox* run = nullptr;
        QComboBox* layer = nullptr;
    };
    QBoxLayout* addSide(int panel, QBoxLayout* row);
    void update();
    void updateSide(int panel);
    void updateToolTips(int panel);

    LatticePanels& m_panels;
    std::array<Side, 2> m_sides;
    QBoxLayout* m_right = nullptr;
    QToolButton* m_swap = nullptr;
    QToolButton* m_link = nullptr;
};

} // namespace latticeq::ui
