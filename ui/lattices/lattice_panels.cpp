// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/lattice_panels.h"

#include "ui/lattices/lattice_texts.h"
#include "ui/support/number_format.h"

namespace latticeq::ui {

namespace {

constexpr int kRefreshMs = 500;
constexpr size_t kA = 0;
constexpr size_t kB = 1;

} // namespace

LatticePanels::LatticePanels(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_theme(Theme::light())
{
    m_sources[kA].channel = 0;
    m_sources[kB].kind = LatticeSource::Kind::ScalarGrid;
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(kRefreshMs);
    connect(&m_refreshTimer, &QTimer::timeout, this, [this] {
        for (int panel = 0; panel < 2; ++panel) {
            if (m_stale[static_cast<size_t>(panel)])
                refetch(panel);
        }
    });
    connect(&m_loader, &PictureLoader::answered, this, &LatticePanels::take);
    connect(&workspace, &Workspace::currentChanged, this, &LatticePanels::refetchAll);
    connect(&workspace, &Workspace::shownChanged, this, &LatticePanels::followDefaults);
    connect(&workspace, &Workspace::layersReset, this, &LatticePanels::refetchAll);
    connect(&workspace, &Workspace::latticesChanged, this, &LatticePanels::refetchAll);
    connect(&workspace, &Workspace::layersChanged, this, &LatticePanels::refetchSoon);
    connect(&workspace, &Workspace::convergenceChanged, this,
        [this](RunDocument* document, int layer) { refetchSoon(document, layer, layer); });
    connect(&workspace.selection(), &LayerSelection::changed, this, &LatticePanels::refetchAll);
    followDefaults();
}

RunDocumentPtr LatticePanels::run(int panel) const
{
    const LatticeSource& own = source(panel);
    if (own.kind == LatticeSource::Kind::ScalarGrid)
        return isScalar(1 - panel) ? m_workspace.current() : run(1 - panel);
    const RunDocumentPtr found
        = own.kind == LatticeSource::Kind::Run ? m_workspace.find(own.runId) : m_workspace.current();
    return found ? found : m_workspace.current();
}

QList<LatticePanels::RunChoice> LatticePanels::runChoices() const
{
    QList<RunChoice> choices { { LatticeSource::Kind::CurrentRun, {}, tr("This run") },
        { LatticeSource::Kind::ScalarGrid, {}, tr("Scalar grid") } };
    for (const RunDocumentPtr& pinned : m_workspace.pinned())
        choices << RunChoice { LatticeSource::Kind::Run, pinned->id, pinned->name };
    return choices;
}

QStringList LatticePanels::layerNames(int panel) const
{
    QStringList names;
    for (const LayerState& layer : run(panel)->layers())
        names << layer.name();
    return names;
}

QString LatticePanels::layer(int panel) const
{
    const QString& own = source(panel).layer;
    return panel == 1 && !own.isEmpty() ? own : m_workspace.selection().current();
}

int LatticePanels::channels(int panel) const
{
    const LayerState* state = run(panel)->find(layer(panel));
    if (!state || state->report.shape.empty())
        return 0;
    return state->report.perLayer ? 1 : static_cast<int>(state->report.shape[0]);
}

int LatticePanels::channel(int panel) const
{
    const int wanted = source(panel).channel >= 0 ? source(panel).channel : m_sources[kA].channel;
    return std::clamp(wanted, 0, std::max(0, channels(panel) - 1));
}

void LatticePanels::chooseRun(int panel, LatticeSource::Kind kind, const QString& runId)
{
    m_chosen = true;
    m_sources[static_cast<size_t>(panel)].kind = kind;
    m_sources[static_cast<size_t>(panel)].runId = runId;
    refetchAll();
}

void LatticePanels::chooseLayer(int panel, const QString& layer)
{
    if (panel == 0) {
        m_workspace.selection().choose(layer);
        return;
    }
    m_sources[kB].layer = layer;
    refetchAll();
}

void LatticePanels::chooseChannel(int panel, int channel)
{
    const int before = panel == 0 ? this->channel(0) : source(panel).channel;
    if (channel == before)
        return;
    m_sources[static_cast<size_t>(panel)].channel = channel;
    emit sourcesChanged();
    refetch(panel);
    if (panel == 0 && source(1).channel < 0)
        refetch(1);
}

void LatticePanels::swap()
{
    m_chosen = true;
    std::swap(m_sources[kA].kind, m_sources[kB].kind);
    std::swap(m_sources[kA].runId, m_sources[kB].runId);
    if (source(1).channel >= 0)
        std::swap(m_sources[kA].channel, m_sources[kB].channel);
    const QString layerOfB = source(1).layer;
    if (!layerOfB.isEmpty()) {
        m_sources[kB].layer = m_workspace.selection().current();
        m_workspace.selection().choose(layerOfB);
    }
    refetchAll();
}

void LatticePanels::setLinked(bool linked)
{
    if (linked == m_linked)
        return;
    m_linked = linked;
    m_sources[kB].channel = linked ? -1 : channel(1);
    m_sources[kB].layer = linked ? QString() : layer(1);
    refetchAll();
}

void LatticePanels::setActive(bool active)
{
    m_active = active;
    for (int panel = 0; panel < 2 && active; ++panel) {
        if (m_stale[static_cast<size_t>(panel)])
            refetch(panel);
    }
}

void LatticePanels::followDefaults()
{
    const QList<RunDocumentPtr>& pinned = m_workspace.pinned();
    for (LatticeSource& own : m_sources) {
        if (own.kind == LatticeSource::Kind::Run && !m_workspace.find(own.runId))
            m_chosen = false; // the run that was chosen is no longer there
    }
    if (!m_chosen && pinned.size() >= 2) {
        for (int panel = 0; panel < 2; ++panel) {
            m_sources[static_cast<size_t>(panel)].kind = LatticeSource::Kind::Run;
            m_sources[static_cast<size_t>(panel)].runId = pinned[panel]->id;
        }
    } else if (!m_chosen) {
        m_sources[kA].kind = LatticeSource::Kind::CurrentRun;
        m_sources[kB].kind = LatticeSource::Kind::ScalarGrid;
    }
    refetchAll();
}

void LatticePanels::refetchAll()
{
    refetch(0);
    refetch(1);
    emit sourcesChanged();
}

void LatticePanels::refetchSoon(RunDocument* document, int first, int last)
{
    for (int panel = 0; panel < 2; ++panel) {
        const int index = document->indexOf(layer(panel));
        if (run(panel).get() == document && index >= first && index <= last)
            m_stale[static_cast<size_t>(panel)] = true;
    }
    if (m_active && (m_stale[kA] || m_stale[kB]) && !m_refreshTimer.isActive())
        m_refreshTimer.start();
}

void LatticePanels::refetch(int panel)
{
    m_stale[static_cast<size_t>(panel)] = !m_active;
    if (!m_active)
        return;
    const RunDocumentPtr document = run(panel);
    LatticeRequest request;
    request.layer = layer(panel).toStdString();
    request.channel = channel(panel);
    request.kind = isScalar(panel) ? LatticeKind::ScalarGrid : LatticeKind::Searched;
    const bool known = document->find(layer(panel)) != nullptr;
    m_loader.ask(panel, known ? document->lattices() : nullptr, request);
}

void LatticePanels::take(int panel, const LatticePicturePtr& picture, const QString& failure)
{
    m_contents[static_cast<size_t>(panel)].picture = picture;
    m_failures[static_cast<size_t>(panel)] = failure;
    describe(panel);
    emit contentChanged(panel);
}

void LatticePanels::restyle(const Theme& theme)
{
    m_theme = theme;
    for (int panel = 0; panel < 2; ++panel) {
        describe(panel);
        emit contentChanged(panel);
    }
    emit sourcesChanged();
}

void LatticePanels::describe(int panel)
{
    PanelContent& content = m_contents[static_cast<size_t>(panel)];
    const RunStyle style = m_theme.runStyle(run(panel)->colorSlot);
    const QString letter = panel == 0 ? QStringLiteral("A") : QStringLiteral("B");
    const QString symbol = isScalar(panel) ? QStringLiteral("□") : markerText(style);
    content.scalarGrid = isScalar(panel);
    content.color = isScalar(panel) ? m_theme.axis : style.color;
    content.marker = QStringLiteral("%1 %2").arg(letter, symbol);
    content.title = title(panel);
    content.notice = content.picture ? noticeText(*content.picture) : QString();
    content.emptyText = emptyText(panel);
}

QString LatticePanels::title(int panel) const
{
    const LatticePicture* picture = content(panel).picture.get();
    if (!picture)
        return {};
    const QString name = isScalar(panel)                        ? tr("Scalar grid")
        : source(panel).kind == LatticeSource::Kind::CurrentRun ? tr("This run")
                                                                : run(panel)->name;
    const QString layerName = QString::fromStdString(picture->request.layer);
    const QString bits = QString::number(picture->bits);
    if (picture->perLayer)
        return tr("%1: %2, all channels, W%3").arg(name, layerName, bits);
    return tr("%1: %2, channel %3, W%4").arg(name, layerName, formatCount(picture->request.channel + 1), bits);
}

QString LatticePanels::emptyText(int panel) const
{
    const QString& failure = m_failures[static_cast<size_t>(panel)];
    if (!failure.isEmpty())
        return failure;
    const LayerState* state = run(panel)->find(layer(panel));
    if (state && state->report.bitsWeight == kFullPrecisionBits)
        return tr("%1 stays at full precision, so it has no lattice.").arg(layer(panel));
    return tr("The selected layer’s lattice and the scalar grid appear here once its search has a first result.");
}

} // namespace latticeq::ui
