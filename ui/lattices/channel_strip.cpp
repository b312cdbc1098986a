// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/channel_strip.h"

#include "ui/support/number_format.h"
#include "ui/support/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace latticeq::ui {

ChannelStrip::ChannelStrip(QWidget* parent)
    : QAbstractSlider(parent)
{
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaximum(0);
}

void ChannelStrip::setErrors(const std::vector<double>& errors, const QColor& color)
{
    m_errors = errors;
    m_color = color;
    if (!errors.empty()) {
        const QSignalBlocker blocker(this); // a narrower range is no choice of a person
        setRange(0, channels() - 1);
        setPageStep(std::max(1, channels() / 8));
    }
    update();
}

int ChannelStrip::channelAt(double x) const
{
    const int last = std::max(0, channels() - 1);
    return std::clamp(static_cast<int>(x / std::max(1, width()) * channels()), 0, last);
}

void ChannelStrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        setValue(channelAt(event->position().x()));
}

void ChannelStrip::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        setValue(channelAt(event->position().x()));
}

void ChannelStrip::wheelEvent(QWheelEvent* event)
{
    constexpr int kNotch = 120; // eighths of a degree
    m_wheelRest += event->angleDelta().y();
    const int steps = m_wheelRest / kNotch;
    m_wheelRest -= steps * kNotch;
    setValue(value() - steps);
    event->accept();
}

bool ChannelStrip::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || m_errors.empty())
        return QAbstractSlider::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int channel = channelAt(help->pos().x());
    QToolTip::showText(help->globalPos(),
        tr("Channel %1: cubic error %2")
            .arg(formatCount(channel + 1), formatError(m_errors[static_cast<size_t>(channel)])),
        this);
    return true;
}

void ChannelStrip::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.base);
    if (m_errors.size() > 1) // one alone compares with nothing
        paintBars(painter);
    painter.setPen(hasFocus() ? QPen(theme.accent, 2) : QPen(theme.border, 1));
    const double inset = hasFocus() ? 1 : 0.5;
    painter.drawRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset));
}

void ChannelStrip::paintBars(QPainter& painter) const
{
    const Theme& theme = Theme::of(palette());
    const double largest = *std::max_element(m_errors.begin(), m_errors.end());
    const double step = static_cast<double>(width()) / channels();
    const double gap = step > 4 ? 1 : 0;
    for (int i = 0; i < channels(); ++i) {
        const bool current = i == value();
        const double left = i * step;
        if (current)
            painter.fillRect(QRectF(left, 0, std::max(step, 2.0), height()), theme.rowSelection);
        const double share = largest > 0 ? m_errors[static_cast<size_t>(i)] / largest : 0;
        const double bar = std::max(1.0, share * (height() - 4));
        painter.fillRect(
            QRectF(left + gap / 2, height() - 2 - bar, std::max(1.0, step - gap), bar), current ? theme.text : m_color);
    }
}

} // namespace latticeq::ui
