// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/lattice_plot.h"

#include "ui/lattices/camera_fit.h"
#include "ui/lattices/histogram_painter.h"
#include "ui/support/plot_style.h"

namespace latticeq::ui {

namespace {

constexpr int kReplotMs = 40;

bool sameWeights(const LatticePicture* a, const LatticePicture* b)
{
    return a && b && a->request.layer == b->request.layer && a->vectors.size() == b->vectors.size()
        && a->perLayer == b->perLayer && (a->perLayer || a->request.channel == b->request.channel);
}

} // namespace

LatticePlot::LatticePlot(QWidget* parent)
    : QCustomPlot(parent)
{
    setObjectName(QStringLiteral("latticePlot"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    addLayer(QStringLiteral("hover"));
    layer(QStringLiteral("hover"))->setMode(QCPLayer::lmBuffered);
    addPanels();
    m_replotTimer.setSingleShot(true);
    m_replotTimer.setInterval(kReplotMs);
    connect(&m_replotTimer, &QTimer::timeout, this, [this] {
        m_dirty = false;
        replot();
    });
    connect(this, &QCustomPlot::beforeReplot, this, &LatticePlot::applyCameras);
    connect(this, &QCustomPlot::afterLayout, this, &LatticePlot::followLayout);
    restyle();
}

void LatticePlot::addPanels()
{
    plotLayout()->clear();
    plotLayout()->setColumnSpacing(6);
    auto* margins = new QCPMarginGroup(this);
    for (int i = 0; i < 2; ++i) {
        m_axes[index(i)] = PanelAxes(*this, *margins);
        QCPAxisRect* rect = &m_axes[index(i)].rect();
        plotLayout()->addElement(0, i, rect);
        m_panels[index(i)] = new PanelItem(this, rect);
        m_hovers[index(i)] = new HoverItem(this, rect, *m_panels[index(i)]);
    }
}

void LatticePlot::setContent(int panel, const PanelContent& content)
{
    const bool sameLattice = sameWeights(content.picture.get(), m_contents[index(panel)].picture.get());
    m_contents[index(panel)] = content;
    if (!sameLattice) {
        m_hovered = {};
        m_pinned = {};
        showLit();
    }
    updateScenes();
}

void LatticePlot::setMarks(const LatticeMarks& marks)
{
    m_marks = marks;
    updateScenes();
}

void LatticePlot::setMode(LatticeMode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    m_fitting = true;
    updateScenes();
}

void LatticePlot::setLinked(bool linked)
{
    if (linked == m_linked)
        return;
    if (!linked && dimensionsAgree())
        m_cameras[1] = m_cameras[0];
    m_linked = linked;
    updateScenes();
}

bool LatticePlot::dimensionsAgree() const
{
    const LatticePicture* a = m_contents[0].picture.get();
    const LatticePicture* b = m_contents[1].picture.get();
    return !a || !b || a->n == b->n;
}

void LatticePlot::setSheet(int sheet)
{
    m_sheet = sheet;
    updateScenes();
}

void LatticePlot::setCamera(int panel, LatticeCamera camera)
{
    constexpr double kClosest = 2000;
    constexpr double kFarthest = 8;
    if (m_fittedUnits > 0)
        camera.unitsPerPixel = std::clamp(camera.unitsPerPixel, m_fittedUnits / kClosest, m_fittedUnits * kFarthest);
    camera.pitch = std::clamp(camera.pitch, -90.0, 90.0);
    m_fitting = false;
    m_cameras[sharesCamera() ? 0 : index(panel)] = camera;
    updateScenes();
}

void LatticePlot::fit()
{
    m_cameras = {};
    m_fitting = true;
    updateScenes();
}

PanelScene LatticePlot::makeScene(int panel) const
{
    PanelScene scene;
    scene.content = m_contents[index(panel)];
    scene.other = m_contents[index(1 - panel)];
    scene.marks = m_marks;
    scene.mode = m_mode;
    scene.camera = camera(panel);
    scene.theme = Theme::of(palette());
    scene.font = font();
    const LatticePicture* own = scene.content.picture.get();
    scene.errors = ErrorRamp::of({ own, m_linked ? scene.other.picture.get() : nullptr });
    if (own)
        scene.sheet = std::clamp(m_sheet, std::min(own->lowest, own->highest), own->highest);
    return scene;
}

void LatticePlot::updateScenes()
{
    for (int panel = 0; panel < 2; ++panel) {
        m_panels[index(panel)]->setScene(makeScene(panel));
        m_axes[index(panel)].describe(m_panels[index(panel)]->scene());
    }
    scheduleReplot();
    emit errorRampChanged();
}

void LatticePlot::scheduleReplot()
{
    m_dirty = true;
    if (isVisible() && !m_replotTimer.isActive())
        m_replotTimer.start();
}

void LatticePlot::showEvent(QShowEvent* event)
{
    QCustomPlot::showEvent(event);
    if (m_dirty)
        scheduleReplot();
}

QRectF LatticePlot::boundsOf(int panel) const
{
    const PanelContent& content = m_contents[index(panel)];
    return content.picture ? pictureBounds(*content.picture, m_mode == LatticeMode::Sheets) : QRectF();
}

void LatticePlot::fitCameras()
{
    const QRectF a = boundsOf(0);
    const QRectF b = boundsOf(1);
    // QRectF's own union drops flat rectangles, which those of n = 1 are.
    const auto both = [](const QRectF& x, const QRectF& y) {
        return QRectF(QPointF(std::min(x.left(), y.left()), std::min(x.top(), y.top())),
            QPointF(std::max(x.right(), y.right()), std::max(x.bottom(), y.bottom())));
    };
    const bool shared = sharesCamera() && m_contents[0].picture && m_contents[1].picture;
    const QSizeF size = panelRect(0).rect().size();
    const QMarginsF margins = fitMargins(m_panels[0]->scene(), m_panels[1]->scene(), size);
    const QRectF first = shared ? both(a, b) : (m_contents[0].picture || !sharesCamera() ? a : b);
    fitCamera(m_cameras[0], first, size, margins);
    fitCamera(m_cameras[1], b, size, margins);
    m_fittedUnits = m_cameras[0].unitsPerPixel;
}

double LatticePlot::largestCount() const
{
    constexpr double kAir = 1.08; // above the highest bar
    double largest = 1;
    for (const PanelContent& content : m_contents) {
        if (!content.picture || content.picture->n != 1)
            continue;
        double low = 0;
        double high = 0;
        const std::vector<int> counts = weightBins(*content.picture, low, high);
        largest = std::max(largest, kAir * *std::max_element(counts.begin(), counts.end()));
    }
    return largest;
}

void LatticePlot::applyCameras()
{
    if (m_fitting)
        fitCameras();
    const double largest = largestCount();
    for (int panel = 0; panel < 2; ++panel) {
        m_panels[index(panel)]->setScene(makeScene(panel));
        m_panels[index(panel)]->setLargestCount(largest);
        applyCamera(panel);
        if (m_panels[index(panel)]->scene().kind() == PanelKind::Histogram)
            m_axes[index(panel)].showCounts(largest);
    }
}

void LatticePlot::applyCamera(int panel)
{
    m_sizes[index(panel)] = panelRect(panel).rect().size();
    m_axes[index(panel)].showView(m_panels[index(panel)]->canvas().view());
}

void LatticePlot::followLayout()
{
    bool changed = false;
    for (int panel = 0; panel < 2; ++panel)
        changed |= panelRect(panel).rect().size() != m_sizes[index(panel)];
    if (!changed)
        return;
    applyCameras();
    replot(QCustomPlot::rpQueuedReplot); // the ticks were made for the size before
}

void LatticePlot::light(int panel, int weight)
{
    if (weight == m_hovered.weight && (weight < 0 || panel == m_hovered.panel))
        return;
    m_hovered = { panel, weight };
    showLit();
}

void LatticePlot::pin(int panel, int weight)
{
    m_pinned = { panel, weight };
    showLit();
}

bool LatticePlot::showsWeight(int panel, const Lit& lit) const
{
    if (lit.weight < 0)
        return false;
    return panel == lit.panel || (m_linked && sameWeights(m_contents[0].picture.get(), m_contents[1].picture.get()));
}

void LatticePlot::showLit()
{
    const Lit shown = m_hovered.weight >= 0 ? m_hovered : m_pinned;
    for (int panel = 0; panel < 2; ++panel)
        m_hovers[index(panel)]->setWeight(showsWeight(panel, shown) ? shown.weight : -1);
    if (isVisible())
        layer(QStringLiteral("hover"))->replot();
    emit lit(shown.panel, shown.weight);
}

int LatticePlot::panelAt(QPointF pixel) const
{
    for (int panel = 0; panel < 2; ++panel) {
        if (panelRect(panel).rect().contains(pixel.toPoint()))
            return panel;
    }
    return -1;
}

void LatticePlot::restyle()
{
    const Theme theme = Theme::of(palette());
    stylePlot(*this, theme);
    setBackground(theme.window);
    updateScenes();
}

void LatticePlot::changeEvent(QEvent* event)
{
    QCustomPlot::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::ApplicationPaletteChange:
    case QEvent::FontChange:
    case QEvent::LanguageChange: restyle(); break;
    default: break;
    }
}

} // namespace latticeq::ui
