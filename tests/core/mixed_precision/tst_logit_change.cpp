// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mixed_precision/logit_change.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;

namespace {

constexpr int kImages = 37;
constexpr int kClasses = 5;

/** Mean over the images of Σ p·ln(p/q), number by number. */
double naiveDivergence(const at::Tensor& before, const at::Tensor& after)
{
    double sum = 0;
    for (int image = 0; image < kImages; ++image) {
        double totalBefore = 0;
        double totalAfter = 0;
        for (int c = 0; c < kClasses; ++c) {
            totalBefore += std::exp(before[image][c].item<double>());
            totalAfter += std::exp(after[image][c].item<double>());
        }
        for (int c = 0; c < kClasses; ++c) {
            const double p = std::exp(before[image][c].item<double>()) / totalBefore;
            const double q = std::exp(after[image][c].item<double>()) / totalAfter;
            sum += p * std::log(p / q);
        }
    }
    return sum / kImages;
}

} // namespace

class LogitChangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDivergenceIsTheDefinitions();
    void anUnchangedNetworkKeepsAll();
    void answersThatAreNoNumbersCountAsLargeNotAsNone();
    void stoppingGivesNothing();

private:
    at::Tensor m_images = at::arange(kImages);
    std::function<bool()> m_proceed = [] { return true; };
};

void LogitChangeTest::theDivergenceIsTheDefinitions()
{
    const at::Tensor before = 3 * test::randomTensor({ kImages, kClasses }, 1);
    const at::Tensor after = before + test::randomTensor({ kImages, kClasses }, 2);
    const at::Tensor* now = &before;
    const LogitChanges changes([&](const at::Tensor& batch) { return now->index_select(0, batch); }, m_images,
        before.argmax(1), 8, m_proceed);
    now = &after;
    const auto change = changes.measure();
    QVERIFY(std::abs(change->divergence / naiveDivergence(before, after) - 1) < 1e-5);
    int kept = 0;
    for (int image = 0; image < kImages; ++image)
        kept += before[image].argmax().item<int>() == after[image].argmax().item<int>();
    QVERIFY(kept < kImages);
    QCOMPARE(change->kept, 100.0 * kept / kImages);
    QCOMPARE(*change->top1, change->kept); // the classes are those of before
}

void LogitChangeTest::anUnchangedNetworkKeepsAll()
{
    const at::Tensor logits = test::randomTensor({ kImages, kClasses }, 1);
    const LogitChanges changes(
        [&](const at::Tensor& batch) { return logits.index_select(0, batch); }, m_images, {}, 8, m_proceed);
    const auto change = changes.measure();
    QCOMPARE(change->divergence, 0.0);
    QCOMPARE(change->kept, 100.0);
    QVERIFY(!change->top1);
}

void LogitChangeTest::answersThatAreNoNumbersCountAsLargeNotAsNone()
{
    at::Tensor logits = test::randomTensor({ kImages, kClasses }, 1);
    const LogitChanges changes(
        [&](const at::Tensor& batch) { return logits.index_select(0, batch); }, m_images, {}, 8, m_proceed);
    logits = at::full({ kImages, kClasses }, std::numeric_limits<float>::infinity());
    const auto change = changes.measure();
    QVERIFY(std::isfinite(change->divergence) && change->divergence > 100);
}

void LogitChangeTest::stoppingGivesNothing()
{
    const at::Tensor logits = test::randomTensor({ kImages, kClasses }, 1);
    bool goesOn = true;
    const std::function<bool()> proceed = [&] { return goesOn; };
    const LogitChanges changes(
        [&](const at::Tensor& batch) { return logits.index_select(0, batch); }, m_images, {}, 8, proceed);
    goesOn = false;
    QVERIFY(!changes.measure());
}

QTEST_GUILESS_MAIN(LogitChangeTest)
#include "tst_logit_change.moc"
