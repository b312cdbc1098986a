// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/pipeline.h"

#include "core/evaluate/output_error.h"
#include "core/evaluate/pipelined_accuracy.h"
#include "core/graph/forward.h"

#include <ATen/ATen.h>

namespace latticeq {

namespace {

AccuracyReport reportAccuracy(const Accuracy& accuracy)
{
    return { accuracy.top1(), accuracy.top5(), accuracy.correct, accuracy.total,
        wilsonInterval(accuracy.correct, accuracy.total) };
}

} // namespace

bool Pipeline::measure(Phase phase, const std::function<Classifier(c10::Device)>& classifierOn, Accuracy& accuracy)
{
    startPhase(phase);
    const auto total = static_cast<int64_t>(m_data.positions.size());
    const AccuracySink tell = [&](const Accuracy& a) {
        m_sink(EvaluationAdvanced { phase, a.correct, a.correctTop5, a.total, total });
        m_meter.advance(phase, static_cast<double>(a.total) / static_cast<double>(total));
    };
    accuracy = elseOnProcessor(m_device, "evaluation", m_warn, [&](c10::Device device) {
        return measureAccuracyOn(
            device, classifierOn(device), *m_data.evaluation, m_data.positions, m_workers, m_control, tell, m_warn);
    });
    finishPhase();
    return !accuracy.stopped;
}

bool Pipeline::measureFullPrecision()
{
    if (!m_data.evaluation)
        return !m_control.stopRequested();
    if (m_assumed)
        m_fp32 = *m_assumed;
    else if (!(m_memory->known() ? recallFullPrecision(*m_memory->known()) : computeFullPrecision()))
        return false;
    leaveOutUnreadable(m_data, m_fp32.unreadable, m_sink);
    m_result.evaluatedImages = m_data.positions;
    m_result.unreadable = m_data.unreadable;
    m_result.fp32 = reportAccuracy(m_fp32);
    m_result.fp32Correct = m_fp32.correctImages;
    return true;
}

bool Pipeline::computeFullPrecision()
{
    const auto classifierOn = [this](c10::Device device) -> Classifier {
        Network network = m_network.on(device);
        network.layChannelsLast();
        return [network](const at::Tensor& images) { return forward(network, images); };
    };
    if (!measure(Phase::MeasuringFullPrecision, classifierOn, m_fp32))
        return false;
    if (const std::string failure = m_memory->keep(m_fp32); !failure.empty())
        log("the full-precision accuracy is not remembered: " + failure);
    return true;
}

bool Pipeline::recallFullPrecision(const RememberedAccuracy& known)
{
    startPhase(Phase::MeasuringFullPrecision);
    log("the full-precision accuracy is remembered from " + known.date);
    m_fp32 = known.accuracy;
    m_result.fp32Remembered = known.date;
    m_sink(EvaluationAdvanced { Phase::MeasuringFullPrecision, m_fp32.correct, m_fp32.correctTop5, m_fp32.total,
        std::ssize(m_data.positions) });
    finishPhase();
    return !m_control.stopRequested();
}

bool Pipeline::measureOutputErrors()
{
    if (m_data.calibrationImages.defined()) {
        const auto proceed = [this](double share) {
            m_meter.advance(Phase::Calibrating, 0.5 + share / 2);
            return m_control.waitWhilePaused();
        };
        const auto errors = elseOnProcessor(m_device, "the layers' output errors", m_warn, [&](c10::Device device) {
            return outputErrors(m_network.on(device), m_dequantized, m_data.calibrationImages, proceed, m_warn);
        });
        for (LayerReport& report : m_result.layers) {
            const auto error = errors.find(report.name);
            if (error != errors.end())
                report.outputMse = error->second;
            else if (!m_dequantized.contains(report.name)) // left alone; otherwise a script computes with the weight
                report.outputMse = 0;
            m_sink(LayerFinished { report });
        }
    }
    finishPhase();
    return !m_control.stopRequested();
}

bool Pipeline::measureQuantized()
{
    if (!m_data.evaluation)
        return !m_control.stopRequested();
    const auto classifierOn = [this](c10::Device device) -> Classifier {
        const auto quantized = std::make_shared<QuantizedNetwork>(m_model, device);
        quantized->layChannelsLast();
        return [quantized](const at::Tensor& images) { return quantized->forward(images); };
    };
    Accuracy accuracy;
    if (!measure(Phase::MeasuringAccuracy, classifierOn, accuracy))
        return false;
    if (!accuracy.unreadable.empty()) {
        throw std::runtime_error(m_data.evaluation->imageName(m_data.positions[accuracy.unreadable.front()])
            + " cannot be read any more, expected the images that were measured at full precision");
    }
    m_result.quantized = reportAccuracy(accuracy);
    m_result.quantizedCorrect = accuracy.correctImages;
    if (m_result.bitsChoice)
        m_result.bitsChoice->chosen.top1 = accuracy.top1();
    if (accuracy.top1() < accuracyFloor())
        m_sink(LogLine { LogLevel::Warning, "no bits keep the accuracy that is asked for: the most bits were taken" });
    m_result.difference = pairedDifference(m_fp32.correctImages, accuracy.correctImages);
    return true;
}

} // namespace latticeq
