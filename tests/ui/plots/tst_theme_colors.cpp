// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/theme_colors.h"

#include <QSet>
#include <QtTest>

using namespace latticeq::ui;

class TestThemeColors : public QObject
{
    Q_OBJECT

private slots:
    void everyColourHasOneName()
    {
        QSet<QString> names;
        for (const auto& [name, color] : themeColors(Theme::light()))
            names.insert(name);
        QCOMPARE(static_cast<size_t>(names.size()), themeColors(Theme::light()).size());
        QCOMPARE(themeColors(Theme::darkTheme()).size(), themeColors(Theme::light()).size());
    }

    void aDarkColourBecomesItsLightOneAndKeepsItsOpacity()
    {
        QColor half = Theme::darkTheme().secondary;
        half.setAlpha(128);
        const QColor mapped = inTheme(half, Theme::darkTheme(), Theme::light());
        QCOMPARE(mapped.rgb(), Theme::light().secondary.rgb());
        QCOMPARE(mapped.alpha(), 128);
    }

    void aForeignColourStays()
    {
        const QColor own(12, 34, 56);
        QCOMPARE(inTheme(own, Theme::darkTheme(), Theme::light()), own);
    }
};

QTEST_MAIN(TestThemeColors)
#include "tst_theme_colors.moc"
