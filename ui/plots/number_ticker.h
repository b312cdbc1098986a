// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

namespace latticeq::ui {

/**
 * Plain numbers with a true minus, all with the same decimals; so many ticks that their labels never touch. With an
 * exponent the labels are divided by that power of ten, which the axis's own label names.
 */
class NumberTicker : public QCPAxisTicker
{
public:
    NumberTicker(const QCPAxis& axis, int mostTicks, int exponent = 0);

    void generate(const QCPRange& range, const QLocale& locale, QChar format, int precision, QVector<double>& ticks,
        QVector<double>* subTicks, QVector<QString>* labels) override;

protected:
    double getTickStep(const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override;

private:
    const QCPAxis& m_axis; // that the ticker belongs to
    int m_mostTicks;
    double m_unit;
    double m_step = 0; // between two ticks, in units
};

} // namespace latticeq::ui
