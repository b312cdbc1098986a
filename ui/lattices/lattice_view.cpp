// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/lattice_view.h"

#include "ui/lattices/channel_row.h"
#include "ui/lattices/figures_model.h"
#include "ui/lattices/figures_table.h"
#include "ui/lattices/lattice_navigator.h"
#include "ui/lattices/lattice_panels.h"
#include "ui/lattices/lattice_plot.h"
#include "ui/lattices/lattice_switches.h"
#include "ui/lattices/lattice_texts.h"
#include "ui/lattices/panel_captions.h"
#include "ui/lattices/source_row.h"
#include "ui/plots/elided_label.h"
#include "ui/plots/plot_menu.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QShortcut>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace latticeq::ui {

namespace {

constexpr size_t kMostResiduals = 300; // weights, above that they are off by themselves

template <typename Action>
void onKey(QWidget& widget, const QKeySequence& key, Qt::ShortcutContext context, Action action)
{
    auto* shortcut = new QShortcut(key, &widget);
    shortcut->setContext(context);
    QObject::connect(shortcut, &QShortcut::activated, &widget, action);
}

} // namespace

LatticeView::LatticeView(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_panels(new LatticePanels(workspace, this))
    , m_plot(new LatticePlot(this))
    , m_navigator(new LatticeNavigator(*m_plot))
    , m_sources(new SourceRow(*m_panels, this))
    , m_channels(new ChannelRow(*m_panels, this))
    , m_switches(new LatticeSwitches(this))
    , m_hoverLine(new ElidedLabel(this))
    , m_figures(new FiguresModel(this))
{
    setObjectName(QStringLiteral("latticeView"));
    build();
    connectParts();
    addShortcuts();
    addPlotShortcuts();
    restyle();
}

LatticeView::~LatticeView() = default;

QCustomPlot& LatticeView::plot()
{
    return *m_plot;
}

void LatticeView::build()
{
    m_sources->append(makePlotMenuButton(*m_plot, QStringLiteral("lattices"), this));
    m_hoverLine->setObjectName(QStringLiteral("hoverLine"));
    m_hoverLine->setMinimumHeight(20);
    m_hoverLine->setForegroundRole(QPalette::PlaceholderText);
    m_table = makeFiguresTable(*m_figures, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 8);
    column->setSpacing(4);
    column->addWidget(m_sources);
    column->addWidget(m_channels);
    column->addWidget(m_plot, 1);
    column->addWidget(m_hoverLine);
    column->addWidget(m_switches);
    column->addWidget(m_table);
}

void LatticeView::connectParts()
{
    connect(m_panels, &LatticePanels::contentChanged, this, &LatticeView::showContents);
    connect(m_navigator, &LatticeNavigator::channelStepped, m_channels, &ChannelRow::stepChannel);
    connect(m_navigator, &LatticeNavigator::sheetChosen, m_plot, &LatticePlot::setSheet);
    connect(m_plot, &LatticePlot::lit, this, &LatticeView::showLit);
    connect(m_plot, &LatticePlot::errorRampChanged, this,
        [this] { m_switches->setErrorTop(std::max(m_plot->errorRamp(0).top, m_plot->errorRamp(1).top)); });
    connect(m_channels, &ChannelRow::modeChosen, this, &LatticeView::setMode);
    connect(m_switches, &LatticeSwitches::marksChanged, this, [this] { m_plot->setMarks(m_switches->marks()); });
    connect(m_switches, &LatticeSwitches::switched, this,
        [this](Mark mark) { m_residualsChosen = m_residualsChosen || mark == Mark::Residuals; });
    connect(&m_sources->swapButton(), &QToolButton::clicked, m_panels, &LatticePanels::swap);
    connect(&m_sources->linkButton(), &QToolButton::clicked, this, &LatticeView::setLinked);
}

void LatticeView::addShortcuts()
{
    const auto add = [this](Qt::Key key, auto action) { onKey(*this, key, Qt::WidgetWithChildrenShortcut, action); };
    const std::pair<Qt::Key, Mark> marks[] = { { Qt::Key_C, Mark::Cells }, { Qt::Key_U, Mark::Unused },
        { Qt::Key_R, Mark::Residuals }, { Qt::Key_O, Mark::Overload }, { Qt::Key_G, Mark::Ghost } };
    for (const auto& [key, mark] : marks)
        add(key, [this, mark = mark] { m_switches->button(mark).click(); });
    add(Qt::Key_X, [this] { m_panels->swap(); });
    add(Qt::Key_K, [this] { setLinked(!m_panels->isLinked()); });
    add(Qt::Key_T, [this] { setMode(LatticeMode::Turn); });
    add(Qt::Key_P, [this] { setMode(LatticeMode::Planes); });
    add(Qt::Key_S, [this] { setMode(LatticeMode::Sheets); });
    add(Qt::Key_Escape, [this] { m_plot->pin(0, -1); });
    onKey(*m_table, QKeySequence::Copy, Qt::WidgetShortcut, [this] { copyFigures(); });
}

void LatticeView::addPlotShortcuts()
{
    constexpr double kZoomPerKey = 1.25;
    const auto add = [this](Qt::Key key, auto action) { onKey(*m_plot, key, Qt::WidgetShortcut, action); };
    for (const Qt::Key key : { Qt::Key_Plus, Qt::Key_Equal })
        add(key, [this] { m_navigator->zoom(kZoomPerKey); });
    add(Qt::Key_Minus, [this] { m_navigator->zoom(1 / kZoomPerKey); });
    add(Qt::Key_Left, [this] { m_navigator->move(-1, 0); });
    add(Qt::Key_Right, [this] { m_navigator->move(1, 0); });
    add(Qt::Key_Up, [this] { m_navigator->move(0, 1); });
    add(Qt::Key_Down, [this] { m_navigator->move(0, -1); });
    add(Qt::Key_Home, [this] { m_plot->fit(); });
    const auto step = [this](int by) {
        const LatticePicture* picture = m_panels->content(0).picture.get();
        if (picture && picture->n == 3)
            m_plot->setSheet(std::clamp(m_plot->sheet() + by, picture->lowest, picture->highest));
    };
    add(Qt::Key_PageUp, [step] { step(1); });
    add(Qt::Key_PageDown, [step] { step(-1); });
}

void LatticeView::showContents()
{
    for (int panel = 0; panel < 2; ++panel)
        m_plot->setContent(panel, m_panels->content(panel));
    if (!m_plot->dimensionsAgree() && m_panels->isLinked()) {
        PanelContent content = m_panels->content(1);
        const QString chip
            = tr("%1 and %2 dimensions, not linked").arg(m_panels->content(0).picture->n).arg(content.picture->n);
        content.notice = content.notice.isEmpty() ? chip : QStringLiteral("%1\n%2").arg(chip, content.notice);
        m_plot->setContent(1, content);
    }
    m_figures->setContents(m_panels->content(0), m_panels->content(1));
    if (!m_residualsChosen) {
        size_t most = 0;
        for (int panel = 0; panel < 2; ++panel) {
            if (const LatticePicturePtr& picture = m_panels->content(panel).picture)
                most = std::max(most, picture->errors.size());
        }
        m_switches->setShown(Mark::Residuals, most <= kMostResiduals);
    }
    updateReasons();
}

void LatticeView::updateReasons()
{
    const PanelKind a = panelKind(m_panels->content(0).picture.get(), m_plot->mode());
    const PanelKind b = panelKind(m_panels->content(1).picture.get(), m_plot->mode());
    const PanelKind kind = a == PanelKind::Empty ? b : a;
    const bool space = kind == PanelKind::Turn || kind == PanelKind::Planes;
    const bool line = kind == PanelKind::Histogram;
    const LatticePicturePtr& any = m_panels->content(a == PanelKind::Empty ? 1 : 0).picture;
    m_channels->setDimensions(any ? any->n : 1);
    m_switches->setReason(
        Mark::Used, space ? tr("In space the point of a weight appears when the weight is hovered.") : QString());
    m_switches->setReason(Mark::Unused,
        space      ? tr("Thousands of unused points would hide the weights in space; Sheets (S) shows them.")
            : line ? tr("In one dimension all levels are drawn.")
                   : QString());
    m_switches->setReason(Mark::Cells, space ? tr("Cells are drawn in the plane: choose Sheets (S).") : QString());
    m_switches->setReason(
        Mark::Basis, line ? tr("In one dimension the distance of the levels is the basis.") : QString());
    const bool ghost = (space || kind == PanelKind::Plane) && m_plot->dimensionsAgree();
    m_switches->setReason(
        Mark::Ghost, ghost ? QString() : tr("The other panel’s box is drawn in the plane and in space only."));
}

void LatticeView::setMode(LatticeMode mode)
{
    m_plot->setMode(mode);
    m_channels->setMode(mode);
    updateReasons();
}

void LatticeView::setLinked(bool linked)
{
    m_panels->setLinked(linked);
    m_plot->setLinked(linked);
    showContents();
}

void LatticeView::restoreChoices(const LatticeChoices& choices)
{
    m_residualsChosen = choices.residualsChosen;
    m_switches->setMarks(choices.marks);
    m_sources->linkButton().setChecked(choices.linked);
    setLinked(choices.linked);
    setMode(choices.mode);
}

LatticeChoices LatticeView::choices() const
{
    return { m_plot->mode(), m_switches->marks(), m_residualsChosen, m_panels->isLinked() };
}

void LatticeView::stepChannel(int steps)
{
    m_channels->stepChannel(steps);
}

void LatticeView::fit()
{
    m_plot->fit();
}

void LatticeView::showLit(int panel, int weight)
{
    const LatticePicture* picture = m_plot->content(panel).picture.get();
    if (picture && weight >= 0 && weight < static_cast<int>(picture->errors.size())) {
        m_hoverLine->setText(weightText(*picture, weight));
        return;
    }
    m_hoverLine->setText(tr("Point at a weight to read it, click to keep it. Wheel zooms, dragging turns or moves."));
}

void LatticeView::copyFigures()
{
    QStringList lines;
    for (int row = 0; row < m_figures->rowCount(); ++row) {
        QStringList cells { m_figures->headerData(row, Qt::Vertical).toString() };
        for (int column = 0; column < m_figures->columnCount(); ++column)
            cells << m_figures->index(row, column).data().toString();
        lines << cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void LatticeView::restyle()
{
    m_plot->setAccessibleName(tr("Lattices of panels A and B"));
    m_plot->setToolTip(QString());
    m_hoverLine->setAccessibleName(tr("Weight under the cursor"));
    m_table->setAccessibleName(tr("Figures of both lattices"));
    m_table->horizontalHeader()->setFont(smallFont(font()));
    m_sources->retranslate();
    m_channels->retranslate();
    m_figures->retranslate();
    m_panels->restyle(Theme::of(palette()));
    showLit(0, -1);
}

void LatticeView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange
        || event->type() == QEvent::FontChange)
        restyle();
}

void LatticeView::refresh()
{
    m_panels->setActive(true);
}

void LatticeView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_panels->setActive(true);
}

void LatticeView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_panels->setActive(false);
}

} // namespace latticeq::ui
