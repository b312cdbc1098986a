// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/quantize_command.h"

#include "core/graph/model_catalog.h"
#include "core/run/presets.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <cmath>
#include <filesystem>
#include <optional>

namespace latticeq::ui {

namespace {

std::string absolutePath(const std::string& path)
{
    if (path.empty() || path == "fashion-mnist")
        return path;
    return std::filesystem::absolute(path).lexically_normal().string();
}

/** "10m", or seconds where the time is not whole minutes. */
QString timeText(double seconds)
{
    const double minutes = seconds / 60;
    if (minutes == std::floor(minutes))
        return QString::number(minutes, 'f', 0) + u'm';
    return QString::number(seconds, 'f', QLocale::FloatingPointShortest) + u's';
}

/** Collects the flags in which settings differ from those that the program starts from. */
class FlagList
{
public:
    FlagList(const RunSettings& settings, const RunSettings& start)
        : m_settings(settings)
        , m_start(start)
    {
    }

    const QStringList& words() const { return m_words; }
    bool isPossible() const { return m_possible; }

    void add(const char* flag, const QString& value) { m_words << QLatin1String(flag) << shellQuoted(value); }

    template <typename T> void number(const char* flag, T RunSettings::*member)
    {
        if (m_settings.*member == m_start.*member)
            return;
        if constexpr (std::is_floating_point_v<T>)
            add(flag, QString::number(m_settings.*member, 'g', QLocale::FloatingPointShortest));
        else
            add(flag, QString::number(m_settings.*member));
    }

    void toggle(const QString& flag, bool RunSettings::*member)
    {
        if (m_settings.*member != m_start.*member)
            m_words << (m_settings.*member ? QStringLiteral("--%1") : QStringLiteral("--no-%1")).arg(flag);
    }

    /** The program refuses an empty text, so one cannot replace what it starts from. */
    void text(const char* flag, std::string RunSettings::*member)
    {
        if (m_settings.*member == m_start.*member)
            return;
        m_possible = m_possible && !(m_settings.*member).empty();
        add(flag, QString::fromStdString(m_settings.*member));
    }

    void images()
    {
        const ImageSettings& wanted = m_settings.images;
        const ImageSettings& start = m_start.images;
        if (wanted.size != start.size)
            add("--image-size", QString::number(wanted.size));
        if (wanted.resizeSize != start.resizeSize)
            add("--resize-size", QString::number(wanted.resizeSize));
        if (wanted.mean != start.mean)
            add("--image-mean", commaSeparated(wanted.mean));
        if (wanted.deviation != start.deviation)
            add("--image-deviation", commaSeparated(wanted.deviation));
    }

    void layers()
    {
        for (const auto& [layer, bits] : m_settings.layerBits)
            add("--layer", QStringLiteral("%1=%2").arg(QString::fromStdString(layer)).arg(bits));
    }

private:
    const RunSettings& m_settings;
    const RunSettings& m_start;
    QStringList m_words;
    bool m_possible = true;
};

void addNetworkAndData(FlagList& flags)
{
    flags.text("--weights", &RunSettings::weights);
    flags.text("--data", &RunSettings::data);
    flags.images();
    flags.text("--traindir", &RunSettings::calibrationData);
    flags.number("--batch_size", &RunSettings::calibrationImages);
}

void addWeights(FlagList& flags, const RunSettings& settings, const RunSettings& start)
{
    flags.number("--bitsW", &RunSettings::weightBits);
    flags.toggle("per_layer", &RunSettings::perLayer);
    flags.toggle("scalar", &RunSettings::scalar);
    if (settings.scalarDepthwise != start.scalarDepthwise)
        flags.add("--depthwise", settings.scalarDepthwise ? "scalar8" : "lattice");
    flags.number("--agreg", &RunSettings::aggregation);
    flags.toggle("quant_basis", &RunSettings::quantizeBasis);
    flags.number("--bitsB", &RunSettings::basisBits);
    flags.toggle("bias_corr", &RunSettings::biasCorrection);
    flags.toggle("data-aware", &RunSettings::dataAware);
    flags.toggle("bit_alloc_w", &RunSettings::allocateWeightBits);
    flags.layers();
    flags.number("--max-bytes", &RunSettings::maxBytes);
    flags.number("--min-top1", &RunSettings::minTop1);
    flags.number("--max-loss", &RunSettings::maxLoss);
}

void addActivations(FlagList& flags, const RunSettings& settings, const RunSettings& start)
{
    flags.toggle("quant_a", &RunSettings::quantizeActivations);
    flags.number("--bitsA", &RunSettings::activationBits);
    if (settings.activationsPerChannel != start.activationsPerChannel)
        flags.add("--quant_a_type", settings.activationsPerChannel ? "per_channel" : "per_layer");
    flags.toggle("bit_alloc_a", &RunSettings::allocateActivationBits);
    if (settings.leastSquaresAlpha != start.leastSquaresAlpha)
        flags.add("--alpha", settings.leastSquaresAlpha ? "mse" : "max");
    flags.toggle("bn-reestimate", &RunSettings::reestimateBatchNorm);
    flags.toggle("bn-update", &RunSettings::updateBatchNorm);
}

void addSearch(FlagList& flags, const RunSettings& settings, const RunSettings& start)
{
    if (settings.refinedSearch != start.refinedSearch)
        flags.add("--search", settings.refinedSearch ? "refined" : "random");
    flags.number("--steps", &RunSettings::steps);
    flags.number("--nb_restarts", &RunSettings::restarts);
}

/** What alone does not make the program leave its demo preset. */
void addNeutral(FlagList& flags, const RunSettings& settings, const RunSettings& start)
{
    flags.number("--random_seed", &RunSettings::seed);
    flags.number("--seeds", &RunSettings::repeats);
    if (settings.timeBudgetSeconds != start.timeBudgetSeconds)
        flags.add("--time-budget", timeText(settings.timeBudgetSeconds));
    flags.number("--eval-images", &RunSettings::evaluationImages);
    flags.text("--device", &RunSettings::device);
    flags.number("--threads", &RunSettings::threads);
    flags.number("--num_workers", &RunSettings::workers);
    flags.text("--out", &RunSettings::outputFolder);
    if (settings.overwrite)
        flags.toggle("force", &RunSettings::overwrite);
}

/** Flags from a preset's settings, or from the program's defaults where there is no preset; nothing if impossible. */
std::optional<QStringList> flagsFrom(const Preset* preset, const RunSettings& settings)
{
    RunSettings start = preset ? preset->settings : RunSettings {};
    if (preset && settings.model != kDemoModel)
        start.data.clear(); // as the program does where the command names another network and no data
    if (settings.dataAware)
        start.calibrationImages = kDataAwareImages; // as the program does where the command names no number
    FlagList flags(settings, start);
    if (!preset || settings.model != start.model)
        flags.add("--model", QString::fromStdString(settings.model));
    addNetworkAndData(flags);
    addWeights(flags, settings, start);
    addActivations(flags, settings, start);
    addSearch(flags, settings, start);
    const bool isDemoItself = preset && preset->name == "demo" && flags.words().isEmpty();
    addNeutral(flags, settings, start);
    if (!flags.isPossible())
        return std::nullopt;
    const QStringList named = preset && !isDemoItself
        ? QStringList { QStringLiteral("--preset"), QString::fromStdString(preset->name) }
        : QStringList();
    return named + flags.words();
}

} // namespace

QString commaSeparated(const std::vector<double>& numbers)
{
    QStringList texts;
    for (const double number : numbers)
        texts << QString::number(number, 'g', QLocale::FloatingPointShortest);
    return texts.join(u',');
}

QString shellQuoted(const QString& word)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9_@%+=:,./-]+\\z"));
    if (plain.match(word).hasMatch())
        return word;
    return u'\'' + QString(word).replace(u'\'', QLatin1String("'\\''")) + u'\'';
}

QString quantizeCommand(const RunSettings& settings, const QString& outputFolder)
{
    RunSettings wanted = settings;
    if (isModelFile(wanted.model))
        wanted.model = absolutePath(wanted.model);
    for (std::string* path : { &wanted.weights, &wanted.data, &wanted.calibrationData })
        *path = absolutePath(*path);
    if (!outputFolder.isEmpty())
        wanted.outputFolder = outputFolder.toStdString();
    QStringList best = *flagsFrom(nullptr, wanted);
    for (const Preset& preset : presets()) {
        const std::optional<QStringList> words = flagsFrom(&preset, wanted);
        if (words && words->size() < best.size())
            best = *words;
    }
    best.prepend(QStringLiteral("latticeq quantize"));
    return best.join(u' ');
}

} // namespace latticeq::ui
