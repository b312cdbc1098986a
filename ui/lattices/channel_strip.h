// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSlider>
#include <QColor>

#include <vector>

namespace latticeq::ui {

/** A slider whose track shows every channel's cubic error as a bar; its value is the channel, from 0. */
class ChannelStrip : public QAbstractSlider
{
    Q_OBJECT
public:
    explicit ChannelStrip(QWidget* parent = nullptr);

    /** One bar a channel. The value is kept where it exists. */
    void setErrors(const std::vector<double>& errors, const QColor& color);
    int channels() const { return static_cast<int>(m_errors.size()); }

    QSize sizeHint() const override { return { 240, 24 }; }
    QSize minimumSizeHint() const override { return { 48, 20 }; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    int channelAt(double x) const;
    void paintBars(QPainter& painter) const;

    std::vector<double> m_errors;
    QColor m_color;
    int m_wheelRest = 0;
};

} // namespace latticeq::ui
