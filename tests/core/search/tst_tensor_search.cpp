// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/kernels/chain_kernel.h"
#include "core/run/run_control.h"
#include "core/search/search_chains.h"
#include "core/search/tensor_search.h"
#include "core/selftest/same_bytes_checks.h"
#include "core/support/worker_threads.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

#include <cmath>

using namespace latticeq;

namespace {

/** Whether coordinates change with the last bits of the weights: then the two versions may round differently. */
bool edgeVectors(const LayerSearch& search, const at::Tensor& basis, int64_t row)
{
    WorkerThreads caller(1);
    LayerSearch nudged = search;
    for (const float factor : { 1.0F + 3e-6F, 1.0F - 3e-6F }) {
        nudged.vectors = search.vectors * factor;
        const at::Tensor moved = coordinatesUnder(nudged, SearchChains(nudged, caller), basis);
        const at::Tensor still = coordinatesUnder(search, SearchChains(search, caller), basis);
        if (!(search.perLayer ? at::equal(moved, still) : at::equal(moved[row], still[row])))
            return true;
    }
    return false;
}

} // namespace

class TensorSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fusedErrorsAgreeCandidateByCandidate_data();
    void fusedErrorsAgreeCandidateByCandidate();
    void bothSearchesEndAtErrorsOfTheSameSize();
    void unusableBasesHaveInfiniteErrors();
};

void TensorSearchTest::fusedErrorsAgreeCandidateByCandidate_data()
{
    QTest::addColumn<int>("n");
    QTest::addColumn<int>("bits");
    QTest::addColumn<bool>("perLayer");
    QTest::addColumn<bool>("biasCorrected");
    for (int n = 1; n <= 5; ++n) {
        QTest::addRow("n = %d at 4 bits", n) << n << 4 << false << false;
        QTest::addRow("n = %d at 2 bits after bias correction", n) << n << 2 << false << true;
        QTest::addRow("n = %d, one basis for the layer", n) << n << 4 << true << false;
        QTest::addRow("n = %d, one corrected basis for the layer", n) << n << 3 << true << true;
    }
}

void TensorSearchTest::fusedErrorsAgreeCandidateByCandidate()
{
    QFETCH(int, n);
    QFETCH(int, bits);
    QFETCH(bool, perLayer);
    QFETCH(bool, biasCorrected);
    LayerSearch search = randomLayer(8, 1001, n, bits, 3);
    search.perLayer = perLayer;
    search.biasCorrected = biasCorrected;
    WorkerThreads caller(1);
    const SearchChains chains(search, caller);
    for (uint64_t seed = 0; seed < 20; ++seed) {
        // Well-conditioned candidates: in others a vector on the edge of two planes moves the sum by more.
        const float scale = 1.2F / static_cast<float>(1 << bits);
        const at::Tensor basis
            = scale * (at::eye(n) + 0.3F * test::randomTensor({ chains.rows(), n, n }, seed)).contiguous();
        const at::Tensor tensors = candidateErrors(search, basis);
        for (int64_t row = 0; row < chains.rows(); ++row) {
            const float fused = basisError(chains.problem(row), basis[row].data_ptr<float>());
            const auto reference = tensors[row].item<float>();
            // One of 1,001 vectors may lie within rounding of an edge; its share of the error is some 1e-3.
            const double limit = edgeVectors(search, basis, row) ? 2e-3 : 1e-5;
            QVERIFY2(std::abs(fused / reference - 1) < limit, qPrintable(QString("%1 and %2").arg(fused).arg(reference)));
        }
    }
}

void TensorSearchTest::bothSearchesEndAtErrorsOfTheSameSize()
{
    LayerSearch search = randomLayer(6, 200, 3, 4, 1);
    search.basisBits = 8;
    search.restarts = 2;
    search.stepsPerPhase = 40;
    RunControl control;
    WorkerThreads workers(2);
    const double fused = searchLayer(search, workers, control).cubicError();
    const LayerSearchResult tensors = tensorSearchLayer(search);
    QVERIFY2(std::abs(fused / tensors.cubicError() - 1) < 0.15, qPrintable(QString::number(fused / tensors.cubicError())));
    QCOMPARE(tensors.candidates, 360);
}

void TensorSearchTest::unusableBasesHaveInfiniteErrors()
{
    const LayerSearch search = randomLayer(2, 20, 2, 4, 1);
    const at::Tensor errors = candidateErrors(search, at::ones({ 2, 2, 2 }));
    QVERIFY(at::isinf(errors).all().item<bool>());
}

QTEST_GUILESS_MAIN(TensorSearchTest)
#include "tst_tensor_search.moc"
