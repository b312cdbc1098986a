// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/end_labels.h"

#include <algorithm>
#include <numeric>

namespace latticeq::ui {

namespace {

constexpr double kSample = 16; // length of a line's sample, logical pixels
constexpr double kGap = 4;

} // namespace

EndLabels::EndLabels(QCustomPlot& plot)
    : QCPAbstractItem(&plot)
{
    setSelectable(false);
    setLayer(QStringLiteral("overlay"));
}

void EndLabels::setLabels(const std::vector<EndLabel>& labels, const QFont& font, const QColor& background)
{
    m_labels = labels;
    m_font = font;
    m_background = background;
    m_background.setAlphaF(0.7F);
}

std::vector<double> EndLabels::spread(const std::vector<double>& wanted, double height, double room)
{
    std::vector<size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), size_t { 0 });
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return wanted[a] < wanted[b]; });
    std::vector<double> tops(wanted.size());
    double least = 0;
    for (const size_t i : order) {
        tops[i] = std::max(wanted[i], least);
        least = tops[i] + height;
    }
    double most = room - height;
    for (auto i = order.rbegin(); i != order.rend(); ++i) {
        tops[*i] = std::max(0.0, std::min(tops[*i], most));
        most = tops[*i] - height;
    }
    return tops;
}

QString EndLabels::shownText(const EndLabel& label, double rectWidth) const
{
    const QFontMetrics metrics(m_font);
    const bool wide = metrics.horizontalAdvance(label.text) > rectWidth / 2;
    const QString& text = wide && !label.shortText.isEmpty() ? label.shortText : label.text;
    return metrics.elidedText(text, Qt::ElideMiddle, static_cast<int>(rectWidth - kSample - 3 * kGap));
}

double EndLabels::width(double rectWidth) const
{
    const QFontMetrics metrics(m_font);
    double widest = 0;
    for (const EndLabel& label : m_labels)
        widest = std::max<double>(widest, metrics.horizontalAdvance(shownText(label, rectWidth)));
    return m_labels.empty() ? 0 : widest + kSample + 3 * kGap;
}

void EndLabels::draw(QCPPainter* painter)
{
    const QCPAxisRect& rect = *clipAxisRect();
    const QCPAxis& values = *mParentPlot->yAxis;
    const QFontMetrics metrics(m_font);
    std::vector<double> wanted;
    for (const EndLabel& label : m_labels)
        wanted.push_back(values.coordToPixel(label.value) - rect.top() - metrics.height() - 1);
    const std::vector<double> tops = spread(wanted, metrics.height(), rect.height());
    const double left = rect.right() - width(rect.width()) + kSample + 2 * kGap; // all begin where the lines may end
    painter->setFont(m_font);
    for (size_t i = 0; i < m_labels.size(); ++i) {
        const EndLabel& label = m_labels[i];
        const QString text = shownText(label, rect.width());
        const QRectF box(left, rect.top() + tops[i], metrics.horizontalAdvance(text), metrics.height());
        painter->fillRect(box.adjusted(-kSample - 2 * kGap, 0, kGap, 0), m_background);
        painter->setPen(label.pen);
        painter->drawLine(QLineF(box.left() - kGap - kSample, box.center().y(), box.left() - kGap, box.center().y()));
        painter->setPen(label.color);
        painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

} // namespace latticeq::ui
