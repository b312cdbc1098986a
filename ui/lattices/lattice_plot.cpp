// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/lattice_plot.h"

#include "ui/lattices/histogram_painter.h"
#include "ui/lattices/lattice_texts.h"
#include "ui/lattices/sheet_strip.h"
#include "ui/support/number_format.h"
#include "ui/support/plot_style.h"

#include <cmath>

namespace latticeq::ui {

namespace {

constexpr int kReplotMs = 40;
constexpr double kMostTicks = 5;

/** 1, 2 or 5 times a power of ten, not below `step`. */
double niceStep(double step)
{
    const double power = std::pow(10.0, std::floor(std::log10(step)));
    for (const double factor : { 1.0, 2.0, 5.0 }) {
        if (factor * power >= step)
            return factor * power;
    }
    return 10 * power;
}

/** Ticks at multiples of one step, with true minus signs. */
class LatticeTicker : public QCPAxisTickerFixed
{
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        return formatFixed(tick, std::max(0, -static_cast<int>(std::floor(std::log10(tickStep()) + 1e-9))));
    }
};

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
        auto* rect = new QCPAxisRect(this, false);
        rect->addAxes(QCPAxis::atLeft | QCPAxis::atBottom);
        rect->setMinimumMargins(QMargins(1, 1, 1, 1));
        rect->setMarginGroup(QCP::msAll, margins);
        for (QCPAxis* axis : rect->axes()) {
            axis->setLayer(QStringLiteral("axes"));
            axis->grid()->setVisible(false);
            axis->setSubTicks(false);
            auto ticker = QSharedPointer<LatticeTicker>::create();
            ticker->setScaleStrategy(QCPAxisTickerFixed::ssNone);
            axis->setTicker(ticker);
        }
        plotLayout()->addElement(0, i, rect);
        m_rects[index(i)] = rect;
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
        updateAxes(panel);
    }
    scheduleReplot();
    emit errorRampChanged();
}

void LatticePlot::updateAxes(int panel)
{
    const PanelScene& scene = m_panels[index(panel)]->scene();
    const PanelKind kind = scene.kind();
    QCPAxis* bottom = m_rects[index(panel)]->axis(QCPAxis::atBottom);
    QCPAxis* left = m_rects[index(panel)]->axis(QCPAxis::atLeft);
    const bool shown = kind == PanelKind::Plane || kind == PanelKind::Sheet || kind == PanelKind::Histogram;
    bottom->setVisible(shown);
    left->setVisible(shown);
    if (kind == PanelKind::Histogram) {
        bottom->setLabel(unitText(*scene.content.picture));
        left->setLabel(tr("weights in each of 64 bins"));
    } else if (kind == PanelKind::Plane) {
        bottom->setLabel(axisName(*scene.content.picture, 0));
        left->setLabel(axisName(*scene.content.picture, 1));
    } else if (kind == PanelKind::Sheet) {
        bottom->setLabel(tr("along b₁: %1", "direction and unit").arg(unitText(*scene.content.picture)));
        left->setLabel(tr("across b₁, towards b₂"));
    }
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

QSizeF LatticePlot::fitMargin() const
{
    constexpr double kCaption = 26; // pixels, a line of words and some air
    switch (m_panels[0]->scene().kind()) {
    case PanelKind::Turn:
    case PanelKind::Planes: return { 8, 14 };
    case PanelKind::Sheet: return { 22, SheetStrip::kHeight + 8 };
    default: return { 22, kCaption };
    }
}

void LatticePlot::fitCamera(LatticeCamera& camera, const QRectF& bounds) const
{
    const QSizeF size = m_rects[0]->rect().size();
    const QSizeF margin = fitMargin();
    const double width = std::max(20.0, size.width() - 2 * margin.width());
    const double height = std::max(20.0, size.height() - 2 * margin.height());
    const double units = std::max(bounds.width() / width, bounds.height() / height);
    camera.unitsPerPixel = units > 0 ? units : 1 / width;
    camera.centre = bounds.center();
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
    fitCamera(m_cameras[0], shared ? both(a, b) : (m_contents[0].picture || !sharesCamera() ? a : b));
    fitCamera(m_cameras[1], b);
    m_fittedUnits = m_cameras[0].unitsPerPixel;
}

void LatticePlot::applyCameras()
{
    if (m_fitting)
        fitCameras();
    double largest = 1;
    for (const PanelContent& content : m_contents) {
        if (!content.picture || content.picture->n != 1)
            continue;
        double low = 0;
        double high = 0;
        const std::vector<int> counts = weightBins(*content.picture, low, high);
        largest = std::max(largest, 1.08 * *std::max_element(counts.begin(), counts.end()));
    }
    for (int panel = 0; panel < 2; ++panel) {
        m_panels[index(panel)]->setScene(makeScene(panel));
        m_panels[index(panel)]->setLargestCount(largest);
        applyCamera(panel);
        if (m_panels[index(panel)]->scene().kind() != PanelKind::Histogram)
            continue;
        QCPAxis* counts = m_rects[index(panel)]->axis(QCPAxis::atLeft);
        counts->setRange(0, largest);
        qSharedPointerCast<QCPAxisTickerFixed>(counts->ticker())
            ->setTickStep(std::max(1.0, niceStep(largest / kMostTicks)));
    }
}

void LatticePlot::applyCamera(int panel)
{
    const QRectF view = m_panels[index(panel)]->canvas().view();
    m_sizes[index(panel)] = m_rects[index(panel)]->rect().size();
    QCPAxis* bottom = m_rects[index(panel)]->axis(QCPAxis::atBottom);
    QCPAxis* left = m_rects[index(panel)]->axis(QCPAxis::atLeft);
    bottom->setRange(view.left(), view.right());
    left->setRange(view.top(), view.bottom());
    const double span = std::max(view.width(), view.height());
    if (!(span > 0))
        return;
    for (QCPAxis* axis : { bottom, left })
        qSharedPointerCast<QCPAxisTickerFixed>(axis->ticker())->setTickStep(niceStep(span / kMostTicks));
}

void LatticePlot::followLayout()
{
    bool changed = false;
    for (int panel = 0; panel < 2; ++panel)
        changed |= m_rects[index(panel)]->rect().size() != m_sizes[index(panel)];
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
        if (m_rects[index(panel)]->rect().contains(pixel.toPoint()))
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
