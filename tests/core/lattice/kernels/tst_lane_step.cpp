// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/kernels/lane_step.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

#include <cmath>

using namespace latticeq;

namespace {

/** Nearest plane in double precision, word for word from the design; `margin` is the least distance to a half. */
std::vector<double> babai(const at::Tensor& basis, const at::Tensor& vector, double lowest, double highest, double& margin)
{
    const auto n = static_cast<size_t>(basis.size(0));
    std::vector<std::vector<double>> b(n, std::vector<double>(n));
    std::vector<double> s(n);
    for (size_t i = 0; i < n; ++i) {
        s[i] = vector.data_ptr<float>()[i];
        for (size_t j = 0; j < n; ++j)
            b[i][j] = basis.data_ptr<float>()[i * n + j];
    }
    const auto dot = [n](const std::vector<double>& x, const std::vector<double>& y) {
        double sum = 0;
        for (size_t i = 0; i < n; ++i)
            sum += x[i] * y[i];
        return sum;
    };
    auto orthogonal = b;
    for (size_t i = 0; i < n; ++i) {
        for (size_t k = 0; k < i; ++k) {
            const double mu = dot(b[i], orthogonal[k]) / dot(orthogonal[k], orthogonal[k]);
            for (size_t j = 0; j < n; ++j)
                orthogonal[i][j] -= mu * orthogonal[k][j];
        }
    }
    std::vector<double> c(n);
    for (size_t i = n; i-- > 0;) {
        const double quotient = dot(s, orthogonal[i]) / dot(orthogonal[i], orthogonal[i]);
        // A tiny b* amplifies float32 rounding of the later rows.
        margin = std::min(margin, std::abs(std::abs(quotient - std::floor(quotient)) - 0.5) / std::max(1.0, std::abs(quotient)));
        const double t = std::nearbyint(quotient);
        for (size_t j = 0; j < n; ++j)
            s[j] -= t * b[i][j];
        c[i] = std::min(std::max(t, lowest), highest);
    }
    return c;
}

} // namespace

class LaneStepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithBabaiByTheBook();
    void roundsHalvesToEven();
    void lanesAreAddedInOnePairwiseOrder();
    void aConstantReconstructionIsNotAmplified();
};

void LaneStepTest::agreesWithBabaiByTheBook()
{
    int compared = 0;
    for (int n = 1; n <= 6; ++n) {
        for (uint64_t seed = 0; seed < 200; ++seed) {
            const at::Tensor entries = test::randomTensor({ n, n }, seed);
            const at::Tensor vector = test::randomTensor({ n }, 1000 + seed);
            PreparedBasis prepared {};
            std::copy_n(entries.data_ptr<float>(), n * n, prepared.basis);
            if (!orthogonalise<0>(prepared, n))
                continue;
            float ours[kMaximumGroupDimension];
            nearestPlane<0>(prepared, n, vector.data_ptr<float>(), 1, -7, 8, ours);
            double margin = 1;
            const std::vector<double> book = babai(entries, vector, -7, 8, margin);
            if (margin < 1e-4)
                continue; // a quotient on the edge between two planes
            ++compared;
            for (int i = 0; i < n; ++i)
                QCOMPARE(double(ours[i]), book[static_cast<size_t>(i)]);
        }
    }
    QVERIFY2(compared > 1000, "too few cases were comparable");
}

void LaneStepTest::roundsHalvesToEven()
{
    PreparedBasis prepared {};
    prepared.basis[0] = 1;
    QVERIFY(orthogonalise<1>(prepared, 1));
    const float vectors[] = { 0.5F, 1.5F, 2.5F, -0.5F, -1.5F };
    const float expected[] = { 0, 2, 2, 0, -2 };
    for (int i = 0; i < 5; ++i) {
        float coordinate = 0;
        nearestPlane<1>(prepared, 1, vectors + i, 1, -7, 8, &coordinate);
        QCOMPARE(coordinate, expected[i]);
    }
}

void LaneStepTest::lanesAreAddedInOnePairwiseOrder()
{
    float lanes[kLanes];
    for (int i = 0; i < kLanes; ++i)
        lanes[i] = static_cast<float>(i) + 0.1F;
    float expected[kLanes];
    std::copy(lanes, lanes + kLanes, expected);
    for (int half = 16; half > 0; half /= 2) {
        for (int i = 0; i < half; ++i)
            expected[i] += expected[i + half];
    }
    QCOMPARE(addLanes(lanes), expected[0]);
}

void LaneStepTest::aConstantReconstructionIsNotAmplified()
{
    const BiasCorrection none = biasCorrection(0, 0, 0.1F, 0.25F, 3.0F);
    QCOMPARE(none.eta, 1.0F);
    QCOMPARE(none.shift, 0.25F);
    const float q = 0.3F;
    const BiasCorrection constant = biasCorrection(10 * q, 10 * q * q, 0.1F, 0.25F, 3.0F);
    QCOMPARE(constant.eta, 1.0F);
}

QTEST_GUILESS_MAIN(LaneStepTest)
#include "tst_lane_step.moc"
