// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/layer_axis.h"

#include "ui/plots/run_marks.h"

#include <algorithm>
#include <cmath>

namespace latticeq::ui {

namespace {

constexpr int kLeastLayers = 12; // that a zoom leaves in view
constexpr int kLeastLabelledBlock = 40; // logical pixels

/** An item that has its axis draw it. */
class AxisItem : public QCPAbstractItem
{
public:
    using Draw = void (LayerAxis::*)(QCPPainter&) const;

    AxisItem(QCustomPlot* plot, const LayerAxis& axis, Draw draw, bool clip, const QString& layer)
        : QCPAbstractItem(plot)
        , m_axis(axis)
        , m_draw(draw)
    {
        setClipToAxisRect(clip);
        setSelectable(false);
        setLayer(layer);
    }
    double selectTest(const QPointF&, bool, QVariant* = nullptr) const override { return -1; }

protected:
    void draw(QCPPainter* painter) override { (m_axis.*m_draw)(*painter); }

private:
    const LayerAxis& m_axis;
    Draw m_draw;
};

bool isNumber(const QString& text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

/** "layer1" of "layer1.0.conv1", "denseblock3" of "features.denseblock3.denselayer1.conv1". */
QString blockOf(const QString& layer)
{
    const QStringList parts = layer.split(QLatin1Char('.'));
    const bool numbered = parts[0].back().isDigit();
    return parts.size() > 1 && !numbered && !isNumber(parts[1]) ? parts[1] : parts[0];
}

} // namespace

std::vector<LayerBlock> layerBlocks(const std::vector<LayerState>& layers)
{
    std::vector<LayerBlock> blocks;
    for (int i = 0; i < static_cast<int>(layers.size()); ++i) {
        const QString layer = layers[static_cast<size_t>(i)].name();
        const QString name = layer.isEmpty() ? layer : blockOf(layer);
        if (blocks.empty() || blocks.back().name != name)
            blocks.push_back({ name, i, i });
        blocks.back().last = i;
    }
    return blocks;
}

int layerTickStep(double pixelsPerLayer, double labelWidth)
{
    for (int decade = 1; decade < 1'000'000; decade *= 10) {
        for (const int digit : { 1, 2, 5 }) {
            if (digit * decade * pixelsPerLayer >= labelWidth)
                return digit * decade;
        }
    }
    return 1'000'000;
}

LayerAxis::LayerAxis(QCPAxisRect& rect)
    : m_rect(rect)
    , m_strip(new AxisItem(rect.parentPlot(), *this, &LayerAxis::drawStrip, false, QStringLiteral("axes")))
    , m_bands(new AxisItem(rect.parentPlot(), *this, &LayerAxis::drawBands, true, QStringLiteral("background")))
{
    axis().setTicks(false);
    axis().setTickLabels(false);
    axis().grid()->setVisible(false);
    rect.setAutoMargins(QCP::msLeft | QCP::msTop | QCP::msRight);
}

void LayerAxis::setLayers(const std::vector<LayerState>& layers)
{
    m_names.clear();
    for (const LayerState& layer : layers)
        m_names.push_back(layer.name());
    m_blocks = layerBlocks(layers);
}

void LayerAxis::setSelection(const QString& current, const QSet<QString>& selected)
{
    m_selected.clear();
    m_current = -1;
    for (int i = 0; i < count(); ++i) {
        if (selected.contains(name(i)))
            m_selected.insert(i);
        if (name(i) == current)
            m_current = i;
    }
}

void LayerAxis::setStyle(const Theme& theme, const QFont& font)
{
    m_theme = &theme;
    m_font = font;
    const int line = QFontMetrics(font).height();
    QMargins margins = m_rect.margins();
    margins.setBottom(2 * line + 12);
    m_rect.setMargins(margins);
}

QCPRange LayerAxis::bounded(const QCPRange& range) const
{
    const QCPRange full = fullRange();
    const double size = std::clamp(range.size(), std::min<double>(kLeastLayers, full.size()), full.size());
    const double lower = std::clamp(range.center() - size / 2, full.lower, full.upper - size);
    return { lower, lower + size };
}

double LayerAxis::pixelsPerLayer() const
{
    return m_rect.width() / axis().range().size();
}

int LayerAxis::layerAt(const QPoint& position) const
{
    if (position.x() < m_rect.left() || position.x() > m_rect.right() || position.y() < m_rect.top())
        return -1;
    const int index = static_cast<int>(std::floor(axis().pixelToCoord(position.x()) + 0.5)) - 1;
    return index >= 0 && index < count() ? index : -1;
}

bool LayerAxis::isOnStrip(const QPoint& position) const
{
    return position.y() > m_rect.bottom() && position.x() >= m_rect.left() && position.x() <= m_rect.right();
}

void LayerAxis::drawBands(QCPPainter& painter) const
{
    painter.setPen(Qt::NoPen);
    for (const int index : m_selected) {
        painter.setBrush(faint(m_theme->text, index == m_current ? 0.08 : 0.04));
        const double left = axis().coordToPixel(index + 0.5);
        painter.drawRect(QRectF(left, m_rect.top(), axis().coordToPixel(index + 1.5) - left, m_rect.height()));
    }
}

void LayerAxis::drawNumbers(QCPPainter& painter, int top) const
{
    QFont bold = m_font;
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    const QLocale locale;
    const double width = metrics.horizontalAdvance(locale.toString(count())) + 6;
    const int step = layerTickStep(pixelsPerLayer(), width);
    const auto draw = [&](int index, const QFont& font, const QColor& color) {
        const double x = axis().coordToPixel(index + 1);
        if (x < m_rect.left() || x > m_rect.right())
            return;
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QRectF(x - 40, top, 80, metrics.height()), Qt::AlignHCenter, locale.toString(index + 1));
    };
    for (int i = 0; i < count(); ++i) {
        const bool onStep = step == 1 || i == 0 || (i + 1) % step == 0;
        const bool free = m_current < 0 || std::abs(i - m_current) * pixelsPerLayer() >= width;
        const bool besideFirst = i > 0 && i * pixelsPerLayer() < width;
        if (onStep && free && !besideFirst)
            draw(i, m_font, m_theme->secondary);
    }
    if (m_current >= 0)
        draw(m_current, bold, m_theme->text);
}

void LayerAxis::drawBlock(QCPPainter& painter, const LayerBlock& block, int top) const
{
    const double left = std::max<double>(axis().coordToPixel(block.first + 0.5), m_rect.left());
    const double right = std::min<double>(axis().coordToPixel(block.last + 1.5), m_rect.right());
    if (right <= left)
        return;
    const QFontMetrics metrics(m_font);
    painter.setPen(QPen(m_theme->border, 1));
    painter.drawLine(QLineF(left, m_rect.bottom(), left, top + metrics.height()));
    const double room = right - left - 6;
    if (right - left < kLeastLabelledBlock && metrics.horizontalAdvance(block.name) > room)
        return;
    painter.setPen(m_theme->secondary);
    painter.setFont(m_font);
    painter.drawText(QRectF(left + 4, top, room, metrics.height()), Qt::AlignLeft,
        metrics.elidedText(block.name, Qt::ElideRight, static_cast<int>(room)));
}

void LayerAxis::drawStrip(QCPPainter& painter) const
{
    const int numbers = m_rect.bottom() + 4;
    const int blocks = numbers + QFontMetrics(m_font).height() + 2;
    for (const LayerBlock& block : m_blocks)
        drawBlock(painter, block, blocks);
    drawNumbers(painter, numbers);
}

} // namespace latticeq::ui
