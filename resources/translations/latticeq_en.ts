<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Report</name>
    <message numerus="yes">
        <source>%n bits, a threshold for each channel</source>
        <translation>
            <numerusform>%n bit, a threshold for each channel</numerusform>
            <numerusform>%n bits, a threshold for each channel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bits, a threshold for each layer</source>
        <translation>
            <numerusform>%n bit, a threshold for each layer</numerusform>
            <numerusform>%n bits, a threshold for each layer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>kernel rows; %n neighbouring inputs in 1×1 convolutions and linear layers</source>
        <translation>
            <numerusform>kernel rows; %n neighbouring input in 1×1 convolutions and linear layers</numerusform>
            <numerusform>kernel rows; %n neighbouring inputs in 1×1 convolutions and linear layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n bits</source>
        <translation>
            <numerusform>%1: %n bit</numerusform>
            <numerusform>%1: %n bits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bits per coordinate</source>
        <translation>
            <numerusform>%n bit per coordinate</numerusform>
            <numerusform>%n bits per coordinate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bits per entry</source>
        <translation>
            <numerusform>%n bit per entry</numerusform>
            <numerusform>%n bits per entry</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>random, %n candidates for each noise level</source>
        <translation>
            <numerusform>random, %n candidate for each noise level</numerusform>
            <numerusform>random, %n candidates for each noise level</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restarts</source>
        <translation>
            <numerusform>%n restart</numerusform>
            <numerusform>%n restarts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln images, a fixed random share</source>
        <translation>
            <numerusform>%Ln image, a fixed random share</numerusform>
            <numerusform>%Ln images, a fixed random share</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln images</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln images, left out of the accuracy</source>
        <translation>
            <numerusform>%Ln image, left out of the accuracy</numerusform>
            <numerusform>%Ln images, left out of the accuracy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>refined, at the cost of %n candidates for each noise level</source>
        <translation>
            <numerusform>refined, at the cost of %n candidate for each noise level</numerusform>
            <numerusform>refined, at the cost of %n candidates for each noise level</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunSeries</name>
    <message numerus="yes">
        <source>%n seed(s)</source>
        <translation>
            <numerusform>%n seed</numerusform>
            <numerusform>%n seeds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latticeq::ui::DeleteBar</name>
    <message numerus="yes">
        <source>Delete %n runs?</source>
        <translation>
            <numerusform>Delete %n run?</numerusform>
            <numerusform>Delete %n runs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n runs and their files</source>
        <translation>
            <numerusform>Delete %n run and its files</numerusform>
            <numerusform>Delete %n runs and their files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latticeq::ui::DeviceGroup</name>
    <message numerus="yes">
        <source>%1, %n thread(s)</source>
        <comment>device</comment>
        <translation>
            <numerusform>%1, %n thread</numerusform>
            <numerusform>%1, %n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latticeq::ui::ExportList</name>
    <message numerus="yes">
        <source>All %n runs</source>
        <translation>
            <numerusform>All %n run</numerusform>
            <numerusform>All %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latticeq::ui::ExportSheet</name>
    <message numerus="yes">
        <source>%n files exist: %1</source>
        <translation>
            <numerusform>%n file exists: %1</numerusform>
            <numerusform>%n files exist: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Writing %n files…</source>
        <translation>
            <numerusform>Writing %n file…</numerusform>
            <numerusform>Writing %n files…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are in %1.</source>
        <translation>
            <numerusform>%n file is in %1.</numerusform>
            <numerusform>%n files are in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files could not be written.</source>
        <translation>
            <numerusform>%n file could not be written.</numerusform>
            <numerusform>%n files could not be written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latticeq::ui::LayersBar</name>
    <message numerus="yes">
        <source>%1 of %n layers</source>
        <translation>
            <numerusform>%1 of %n layer</numerusform>
            <numerusform>%1 of %n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latticeq::ui::LogView</name>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latticeq::ui::RunBar</name>
    <message numerus="yes">
        <source>%1 · %n layer(s) measured</source>
        <comment>phase</comment>
        <translation>
            <numerusform>%1 · %n layer measured</numerusform>
            <numerusform>%1 · %n layers measured</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latticeq::ui::RunsView</name>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n runs</source>
        <translation>
            <numerusform>%1 of %n run</numerusform>
            <numerusform>%1 of %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n runs can be pinned; unpin one first.</source>
        <translation>
            <numerusform>At most %n run can be pinned; unpin it first.</numerusform>
            <numerusform>At most %n runs can be pinned; unpin one first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latticeq::ui::SearchGroup</name>
    <message numerus="yes">
        <source>random, %n restart(s)</source>
        <translation>
            <numerusform>random, %n restart</numerusform>
            <numerusform>random, %n restarts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latticeq::ui::TradeOffPlot</name>
    <message numerus="yes">
        <source>Measuring how the output suffers from each layer: %n layer(s) done</source>
        <translation>
            <numerusform>Measuring how the output suffers from each layer: %n layer done</numerusform>
            <numerusform>Measuring how the output suffers from each layer: %n layers done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latticeq::ui::WeightsGroup</name>
    <message numerus="yes">
        <source>%n layer(s) with their own bits</source>
        <translation>
            <numerusform>%n layer with its own bits</numerusform>
            <numerusform>%n layers with their own bits</numerusform>
        </translation>
    </message>
</context>
</TS>
