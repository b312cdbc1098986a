// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lattices/lattice_scene.h"

#include <QWidget>

class QActionGroup;
class QToolButton;

namespace latticeq::ui {

/** The row under the panels: legend and switches in one, a checkable button with symbol and name for every mark. */
class LatticeSwitches : public QWidget
{
    Q_OBJECT
public:
    explicit LatticeSwitches(QWidget* parent = nullptr);

    const LatticeMarks& marks() const { return m_marks; }
    void setMarks(const LatticeMarks& marks);
    void setShown(Mark mark, bool shown);
    /** A mark that makes no sense in what is shown is off, and its tooltip says why; an empty reason allows it. */
    void setReason(Mark mark, const QString& reason);
    /** The error at which the ramp ends; the weights' name says it. */
    void setErrorTop(double top);
    QToolButton& button(Mark mark) const { return *m_buttons[static_cast<size_t>(mark)]; }

    QSize minimumSizeHint() const override;

signals:
    void marksChanged();
    /** A person used a switch. */
    void switched(Mark mark);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addButton(Mark mark, QLayout* layout);
    void addCellKinds();
    void retranslate();
    void restyle();
    void fitWords();

    LatticeMarks m_marks;
    std::array<QToolButton*, kMarks> m_buttons {};
    std::array<QString, kMarks> m_reasons;
    QActionGroup* m_cellKinds = nullptr;
    double m_errorTop = 0;
};

} // namespace latticeq::ui
