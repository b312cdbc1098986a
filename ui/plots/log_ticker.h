// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

namespace latticeq::ui {

/**
 * Ticks of a logarithmic axis: at 1, 2 and 5 in every decade where that leaves few enough, else at powers of ten, so
 * far apart that their labels never touch; within a part of a decade at even steps. Labels are powers such as
 * "2·10⁻⁶", on an axis between 0.01 and 10,000 plain numbers, or counts such as "2,000".
 */
class LogTicker : public QCPAxisTicker
{
public:
    enum class Labels { Powers, Counts };

    LogTicker(const QCPAxis& axis, Labels labels, int mostTicks);

    void generate(const QCPRange& range, const QLocale& locale, QChar format, int precision, QVector<double>& ticks,
        QVector<double>* subTicks, QVector<QString>* labels) override;

protected:
    double getTickStep(const QCPRange& range) override;
    QVector<double> createTickVector(double step, const QCPRange& range) override;
    QVector<double> createSubTickVector(int count, const QVector<double>& ticks) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override;

private:
    enum class Spacing { Even, OneTwoFive, Powers };

    bool fits(const QVector<double>& ticks, const QVector<QString>* labels) const;

    const QCPAxis& m_axis; // that the ticker belongs to
    Labels m_labels;
    int m_mostTicks;
    Spacing m_spacing = Spacing::Powers;
    int m_decades = 1; // from one power to the next
    int m_decimals = 0; // of evenly spaced plain numbers
    bool m_plain = false;
};

} // namespace latticeq::ui
