// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/lattice_switches.h"

#include "ui/lattices/mark_symbol.h"
#include "ui/lattices/switch_button.h"
#include "ui/support/number_format.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace latticeq::ui {

namespace {

constexpr int kHeight = 28;
constexpr std::array<const char*, kMarks> kNames { "usedSwitch", "unusedSwitch", "weightsSwitch", "residualsSwitch",
    "cellsSwitch", "basisSwitch", "overloadSwitch", "ghostSwitch" };

} // namespace

LatticeSwitches::LatticeSwitches(QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->setSizeConstraint(QLayout::SetNoConstraint); // words give way instead
    for (int i = 0; i < kMarks; ++i)
        addButton(static_cast<Mark>(i), row);
    row->addStretch(1);
    addCellKinds();
    restyle();
    retranslate();
}

void LatticeSwitches::addButton(Mark mark, QLayout* layout)
{
    auto* button = new SwitchButton(this);
    button->setObjectName(QString::fromLatin1(kNames[static_cast<size_t>(mark)]));
    button->setChecked(m_marks.has(mark));
    button->setFixedHeight(kHeight);
    layout->addWidget(button);
    m_buttons[static_cast<size_t>(mark)] = button;
    connect(button, &QToolButton::toggled, this, [this, mark](bool shown) {
        m_marks.shown[static_cast<size_t>(mark)] = shown;
        emit marksChanged();
    });
    connect(button, &QToolButton::clicked, this, [this, mark] { emit switched(mark); });
}

void LatticeSwitches::addCellKinds()
{
    auto* menu = new QMenu(this);
    m_cellKinds = new QActionGroup(this);
    for (const CellKind kind : { CellKind::NearestPlane, CellKind::Voronoi }) {
        QAction* action = menu->addAction(QString());
        action->setCheckable(true);
        action->setChecked(kind == m_marks.cells);
        m_cellKinds->addAction(action);
        connect(action, &QAction::triggered, this, [this, kind] {
            m_marks.cells = kind;
            setShown(Mark::Cells, true);
            emit marksChanged();
        });
    }
    button(Mark::Cells).setMenu(menu);
    button(Mark::Cells).setPopupMode(QToolButton::MenuButtonPopup);
}

void LatticeSwitches::setMarks(const LatticeMarks& marks)
{
    m_marks.cells = marks.cells;
    m_cellKinds->actions()[static_cast<int>(marks.cells)]->setChecked(true);
    for (int i = 0; i < kMarks; ++i)
        setShown(static_cast<Mark>(i), marks.has(static_cast<Mark>(i)));
    emit marksChanged();
}

void LatticeSwitches::setShown(Mark mark, bool shown)
{
    button(mark).setChecked(shown);
}

void LatticeSwitches::setReason(Mark mark, const QString& reason)
{
    if (m_reasons[static_cast<size_t>(mark)] == reason)
        return;
    m_reasons[static_cast<size_t>(mark)] = reason;
    button(mark).setEnabled(reason.isEmpty());
    retranslate();
}

void LatticeSwitches::setErrorTop(double top)
{
    if (top == m_errorTop)
        return;
    m_errorTop = top;
    retranslate();
}

void LatticeSwitches::retranslate()
{
    const std::array<std::pair<QString, QString>, kMarks> words { {
        { tr("Used"), tr("Lattice points that a weight is rounded to.") },
        { tr("Unused"), tr("Lattice points of the coordinate box that no weight uses (U).") },
        { tr("Error 0 to %1").arg(formatError(m_errorTop)),
            tr("The weights, paler where their cubic error is small; the scale ends at the 99th percentile of both "
               "panels and is spaced by cube roots.") },
        { tr("Residuals"), tr("Lines from each weight to the point it is rounded to (R).") },
        { tr("Cells"), tr("What each lattice point takes in (C): by the nearest-plane method, or by true distance.") },
        { tr("Basis"), tr("The basis vectors, stretched by the factor written beside them.") },
        { tr("Overload"),
            tr("What the coordinate box does not reach, tinted, with its weights as crosses (O). The box "
               "is not centred: at 4 bits coordinates run from −7 to 8.") },
        { tr("Ghost"), tr("The other panel’s box, dashed (G).") },
    } };
    for (size_t i = 0; i < words.size(); ++i) {
        m_buttons[i]->setText(words[i].first);
        m_buttons[i]->setAccessibleName(static_cast<Mark>(i) == Mark::Weights ? tr("Weights") : words[i].first);
        m_buttons[i]->setToolTip(m_reasons[i].isEmpty() ? words[i].second : m_reasons[i]);
    }
    m_cellKinds->actions()[0]->setText(tr("Nearest-plane cells"));
    m_cellKinds->actions()[1]->setText(tr("Voronoi cells"));
    fitWords();
}

void LatticeSwitches::restyle()
{
    const Theme& theme = Theme::of(palette());
    for (int i = 0; i < kMarks; ++i) {
        const QPixmap symbol = markSymbol(static_cast<Mark>(i), theme, devicePixelRatioF());
        m_buttons[static_cast<size_t>(i)]->setIcon(symbol);
        m_buttons[static_cast<size_t>(i)]->setIconSize(symbol.deviceIndependentSize().toSize());
    }
}

QSize LatticeSwitches::minimumSizeHint() const
{
    return { 360, kHeight };
}

void LatticeSwitches::fitWords()
{
    // As many words as there is room for: the least surprising symbols lose theirs first.
    constexpr std::array<Mark, kMarks> kFirstToShrink { Mark::Basis, Mark::Ghost, Mark::Unused, Mark::Used,
        Mark::Residuals, Mark::Overload, Mark::Cells, Mark::Weights };
    for (QToolButton* button : m_buttons)
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    for (const Mark mark : kFirstToShrink) {
        int needed = 4 * (kMarks - 1);
        for (const QToolButton* button : m_buttons)
            needed += button->sizeHint().width();
        if (needed <= width())
            return;
        button(mark).setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
}

void LatticeSwitches::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitWords();
}

void LatticeSwitches::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange: restyle(); break;
    case QEvent::FontChange:
    case QEvent::LanguageChange: retranslate(); break;
    default: break;
    }
}

} // namespace latticeq::ui
