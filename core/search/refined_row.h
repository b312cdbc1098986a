// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/refit_basis.h"
#include "core/search/start_bases.h"

#include <atomic>
#include <functional>
#include <optional>

namespace latticeq {

/** Calls a function for every section of a row, in any order and on any threads. */
using ForEachSection = std::function<void(int64_t sections, const std::function<void(int64_t)>& fit)>;

/** How many passes a refined search makes, and what for. */
struct RefinedSchedule
{
    int rotations = 2; // turned grids among the starts
    int64_t passesPerStart = 10; // alternations from each start before the best is kept
    int64_t passes = 150; // in all

    /** Of `candidates` of the random search, at about their cost. */
    static RefinedSchedule atCostOf(int64_t candidates, const ChainProblem& problem);
};

/**
 * The refined search of one row (a channel, or a layer with one basis): a pass chooses coordinates for a basis, judges
 * it, and refits it by least squares that are weighted for the cubic error; the next pass takes the refitted basis,
 * quantized. First from several starts, then again and again from the best, perturbed. The best is kept with its
 * coordinates. The same bits for the same problem, whatever computes the sections.
 */
class RefinedRow
{
public:
    /** Goes on from where a random search ended; `bits` of a coordinate. */
    RefinedRow(const ChainProblem& problem, const ChainState& random, int bits, const RefinedSchedule& schedule);

    /** One more start, tried when the others have been: the best basis of a neighbouring channel. */
    void setNeighbour(const BasisEntries& basis) { m_neighbour = basis; }

    /** Passes before which all rows must have a neighbour's basis. */
    int64_t passesBeforeNeighbour() const;

    void advance(int64_t passes, const std::atomic<bool>& stop, const ForEachSection& forEachSection);

    int64_t passes() const { return m_passes; }
    const ChainState& best() const { return m_best; }
    /** Of the best basis [blocks, n, 32], section after section; empty where the random search's result still stands.
     */
    const std::vector<float>& coordinates() const { return m_bestCoordinates; }

private:
    void chooseBasis();
    void perturbBest(int64_t round);
    void judge(const ForEachSection& forEachSection);
    void take();
    void keep(float error);
    void followNorm();
    bool isToBeStretched(float error);
    void stretch();
    void refit();
    void quantizeBasis();
    void begin(const BasisEntries& basis);

    const ChainProblem& m_problem;
    RefinedSchedule m_schedule;
    std::vector<BasisEntries> m_starts;
    BasisEntries m_neighbour;
    ChainState m_best;
    std::vector<BiasCorrection> m_bestCorrections; // of each section
    std::vector<float> m_bestCoordinates;

    BasisEntries m_basis; // of the next pass
    float m_maximum = 0.0F; // its T
    std::vector<BiasCorrection> m_guesses; // that it counts with, of each section
    std::vector<float> m_coordinates;
    std::vector<SectionFit> m_fits;
    BasisRefit m_refit;
    bool m_isStretched = false; // whether the pass before was stretched already
    bool m_isRefitted = false; // whether the next pass' basis comes from least squares
    double m_gain = 1; // that gives refitted bases the norm which bias correction asks for
    double m_bestGain = 1; // of the best basis
    int64_t m_passes = 0;
};

} // namespace latticeq
