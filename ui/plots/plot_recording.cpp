// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_recording.h"

#include "ui/plots/plot_view.h"
#include "ui/plots/theme_colors.h"

#include <QFontInfo>
#include <QPaintEngine>
#include <QPainter>
#include <qcustomplot.h>

#include <limits>

namespace latticeq::ui {

namespace {

constexpr QSize kUsualSize { 640, 400 }; // of a plot that was never laid out
constexpr QSize kSmallestSize { 240, 160 };

/** Takes down what QPainter asks it to draw, in the painter's state at that moment. */
class RecordingEngine : public QPaintEngine
{
public:
    explicit RecordingEngine(std::vector<PlotMark>& marks)
        : QPaintEngine(AllFeatures)
        , m_marks(marks)
    {
    }

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override { }
    Type type() const override { return User; }

    void drawPath(const QPainterPath& path) override { addPath(path, painter()->brush()); }

    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override
    {
        const bool closed = mode != PolylineMode;
        QPainterPath path;
        path.addPolygon(QPolygonF(QList<QPointF>(points, points + count)));
        if (closed)
            path.closeSubpath();
        path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
        addPath(path, closed ? painter()->brush() : QBrush(Qt::NoBrush));
    }

    void drawPixmap(const QRectF& target, const QPixmap& picture, const QRectF& source) override
    {
        PlotMark mark = markInState();
        mark.picture = picture.copy(source.toRect());
        mark.target = target;
        m_marks.push_back(mark);
    }

    void drawTextItem(const QPointF& place, const QTextItem& item) override
    {
        PlotMark mark = markInState();
        mark.pen = painter()->pen();
        mark.text = item.text();
        mark.font = item.font();
        mark.font.setPixelSize(QFontInfo(item.font()).pixelSize());
        mark.place = place;
        m_marks.push_back(mark);
    }

private:
    PlotMark markInState() const
    {
        PlotMark mark;
        mark.transform = painter()->combinedTransform();
        mark.opacity = painter()->opacity();
        if (painter()->hasClipping())
            mark.clip = mark.transform.mapRect(painter()->clipBoundingRect());
        return mark;
    }

    void addPath(const QPainterPath& path, const QBrush& brush)
    {
        const bool visible = brush.style() != Qt::NoBrush || painter()->pen().style() != Qt::NoPen;
        if (!visible || path.isEmpty())
            return;
        PlotMark mark = markInState();
        mark.path = path;
        mark.pen = painter()->pen();
        mark.brush = brush;
        m_marks.push_back(mark);
    }

    std::vector<PlotMark>& m_marks;
};

/** A device of the plot's size and resolution without pixels. */
class RecordingDevice : public QPaintDevice
{
public:
    RecordingDevice(QSize size, int dotsPerInch, std::vector<PlotMark>& marks)
        : m_size(size)
        , m_dotsPerInch(dotsPerInch)
        , m_engine(marks)
    {
    }

    QPaintEngine* paintEngine() const override { return &m_engine; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth: return m_size.width();
        case PdmHeight: return m_size.height();
        case PdmWidthMM: return qRound(25.4 * m_size.width() / m_dotsPerInch);
        case PdmHeightMM: return qRound(25.4 * m_size.height() / m_dotsPerInch);
        case PdmDevicePixelRatio: return 1;
        case PdmDevicePixelRatioScaled: return static_cast<int>(devicePixelRatioFScale());
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY: return m_dotsPerInch;
        case PdmDepth: return 32;
        case PdmNumColors: return std::numeric_limits<int>::max();
        default: return QPaintDevice::metric(metric);
        }
    }

private:
    QSize m_size;
    int m_dotsPerInch;
    mutable RecordingEngine m_engine;
};

void drawNewData(QCustomPlot& plot)
{
    for (QWidget* parent = plot.parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto* view = qobject_cast<PlotView*>(parent))
            return view->refresh();
    }
}

QBrush inLight(QBrush brush, const Theme& from)
{
    brush.setColor(inTheme(brush.color(), from, Theme::light()));
    return brush;
}

} // namespace

PlotRecording recordPlotAsShown(QCustomPlot& plot)
{
    drawNewData(plot);
    const bool laidOut = plot.width() >= kSmallestSize.width() && plot.height() >= kSmallestSize.height();
    PlotRecording recording { laidOut ? plot.size() : kUsualSize, {} };
    RecordingDevice device(recording.size, plot.logicalDpiX(), recording.marks);
    QCPPainter painter;
    painter.begin(&device);
    painter.setModes(QCPPainter::pmVectorized | QCPPainter::pmNoCaching);
    plot.toPainter(&painter, recording.size.width(), recording.size.height());
    painter.end();
    return recording;
}

PlotRecording recordPlot(QCustomPlot& plot)
{
    PlotRecording recording = recordPlotAsShown(plot);
    const Theme& theme = Theme::of(plot.palette());
    for (PlotMark& mark : recording.marks) {
        mark.brush = inLight(mark.brush, theme);
        mark.pen.setColor(inTheme(mark.pen.color(), theme, Theme::light()));
    }
    return recording;
}

void paintRecording(QPainter& painter, const QRectF& target, const PlotRecording& recording)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(target.topLeft());
    painter.scale(target.width() / recording.size.width(), target.height() / recording.size.height());
    for (const PlotMark& mark : recording.marks) {
        painter.save();
        if (!mark.clip.isEmpty())
            painter.setClipRect(mark.clip, Qt::IntersectClip);
        painter.setTransform(mark.transform, true);
        painter.setOpacity(mark.opacity);
        painter.setPen(mark.pen);
        painter.setBrush(mark.brush);
        painter.setFont(mark.font);
        if (!mark.text.isEmpty())
            painter.drawText(mark.place, mark.text);
        else if (!mark.picture.isNull())
            painter.drawPixmap(mark.target, mark.picture, QRectF(mark.picture.rect()));
        else
            painter.drawPath(mark.path);
        painter.restore();
    }
    painter.restore();
}

} // namespace latticeq::ui
