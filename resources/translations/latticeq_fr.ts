<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>AccuracyPlot</name>
    <message>
        <source>(paired 95 %: %1 … %2)</source>
        <translation>(apparié à 95&#xa0;%&#xa0;: %1 … %2)</translation>
    </message>
    <message>
        <source>%1 against full precision: %2</source>
        <translation>%1 par rapport à la pleine précision&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 against %2: %3</source>
        <translation>%1 par rapport à %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1 against %2: different images</source>
        <translation>%1 par rapport à %2&#xa0;: images différentes</translation>
    </message>
</context>
<context>
    <name>EngineLibrary</name>
    <message>
        <source>The engine could not be opened: %1</source>
        <translation>Impossible d’ouvrir le moteur&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>ErrorMetric</name>
    <message>
        <source>Cubic error</source>
        <translation>Erreur cubique</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>EQM</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>Output error</source>
        <translation>Erreur de sortie</translation>
    </message>
    <message>
        <source>Mean cubed difference of the normalised weights: what the search makes small</source>
        <translation>Écart cubique moyen des poids normalisés&#xa0;: ce que la recherche réduit</translation>
    </message>
    <message>
        <source>Mean squared difference of the weights in their own scale</source>
        <translation>Écart quadratique moyen des poids à leur propre échelle</translation>
    </message>
    <message>
        <source>Signal to quantization noise of the weights: higher is better</source>
        <translation>Rapport du signal au bruit de quantification des poids&#xa0;: plus il est haut, mieux c’est</translation>
    </message>
    <message>
        <source>Mean squared difference of the layer&apos;s output on calibration images, weights alone quantized</source>
        <translation>Écart quadratique moyen de la sortie de la couche sur les images de calibration, seuls les poids étant quantifiés</translation>
    </message>
    <message>
        <source>%1 %2: searching</source>
        <translation>%1 %2&#xa0;: recherche en cours</translation>
    </message>
    <message>
        <source>%1 %2: not yet</source>
        <translation>%1 %2&#xa0;: pas encore</translation>
    </message>
    <message>
        <source>%1 %2: searching, best cubic error so far %3</source>
        <translation>%1 %2&#xa0;: recherche en cours, meilleure erreur cubique %3</translation>
    </message>
    <message>
        <source>%1 %2: cubic error %3, scalar %4 (%5), %6 bits per weight</source>
        <translation>%1 %2&#xa0;: erreur cubique %3, scalaire %4 (%5), %6&#xa0;bits par poids</translation>
    </message>
    <message>
        <source>%1 %2: %3 %4, %5 bits per weight</source>
        <translation>%1 %2&#xa0;: %3 %4, %5&#xa0;bits par poids</translation>
    </message>
</context>
<context>
    <name>ErrorPlot</name>
    <message>
        <source>lattice</source>
        <translation>réseau</translation>
    </message>
    <message>
        <source>scalar rounding</source>
        <translation>arrondi scalaire</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>The run is not finished.</source>
        <translation>L’exécution n’est pas terminée.</translation>
    </message>
    <message>
        <source>The run has no folder on this computer.</source>
        <translation>L’exécution n’a pas de dossier sur cet ordinateur.</translation>
    </message>
    <message>
        <source>No layer is finished.</source>
        <translation>Aucune couche n’est terminée.</translation>
    </message>
    <message>
        <source>Packed checkpoint</source>
        <translation>Point de contrôle compact</translation>
    </message>
    <message>
        <source>Coordinates and bases at their bitwidths: the small file, for LatticeQ</source>
        <translation>Coordonnées et bases sur leur nombre de bits&#xa0;: le petit fichier, pour LatticeQ</translation>
    </message>
    <message>
        <source>PyTorch state dictionary</source>
        <translation>Dictionnaire d’état PyTorch</translation>
    </message>
    <message>
        <source>The quantized weights as full-size numbers, for torch.load and load_state_dict</source>
        <translation>Les poids quantifiés en nombres de pleine taille, pour torch.load et load_state_dict</translation>
    </message>
    <message>
        <source>Full-size safetensors</source>
        <translation>Safetensors de pleine taille</translation>
    </message>
    <message>
        <source>The quantized weights as full-size numbers, for every program that reads safetensors</source>
        <translation>Les poids quantifiés en nombres de pleine taille, pour tout programme qui lit les safetensors</translation>
    </message>
    <message>
        <source>Table of layers</source>
        <translation>Tableau des couches</translation>
    </message>
    <message>
        <source>One row for each layer, for spreadsheets</source>
        <translation>Une ligne par couche, pour les tableurs</translation>
    </message>
    <message>
        <source>Convergence</source>
        <translation>Convergence</translation>
    </message>
    <message>
        <source>The best error against the candidates tried, of every layer and restart</source>
        <translation>La meilleure erreur selon les candidates essayées, pour chaque couche et chaque relance</translation>
    </message>
    <message>
        <source>Report, web page</source>
        <translation>Rapport, page web</translation>
    </message>
    <message>
        <source>Results, plots, layers and settings in one file that every browser shows</source>
        <translation>Résultats, graphiques, couches et réglages en un fichier que tout navigateur affiche</translation>
    </message>
    <message>
        <source>Report, PDF</source>
        <translation>Rapport, PDF</translation>
    </message>
    <message>
        <source>The same report on A4 pages</source>
        <translation>Le même rapport en pages A4</translation>
    </message>
    <message>
        <source>This plot as the window shows it</source>
        <translation>Ce graphique tel que la fenêtre l’affiche</translation>
    </message>
    <message>
        <source>TorchScript module</source>
        <translation>Module TorchScript</translation>
    </message>
    <message>
        <source>The whole network with its quantized activations, for torch.jit.load without any code</source>
        <translation>Le réseau entier avec ses activations quantifiées, pour torch.jit.load sans aucun code</translation>
    </message>
    <message>
        <source>ONNX graph</source>
        <translation>Graphe ONNX</translation>
    </message>
    <message>
        <source>The whole network with its quantized activations, for ONNX Runtime and other runtimes</source>
        <translation>Le réseau entier avec ses activations quantifiées, pour ONNX Runtime et d’autres moteurs</translation>
    </message>
    <message>
        <source>The run did not choose its layers&apos; bits.</source>
        <translation>L’exécution n’a pas choisi les bits de ses couches.</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilité</translation>
    </message>
    <message>
        <source>What the network loses by each layer alone, at 1 to 8 bits</source>
        <translation>Ce que le réseau perd par chaque couche seule, de 1 à 8 bits</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>Compromis</translation>
    </message>
    <message>
        <source>The smallest divergence against the file&apos;s size, and the size that was chosen</source>
        <translation>La plus petite divergence selon la taille du fichier, et la taille choisie</translation>
    </message>
</context>
<context>
    <name>LayerCell</name>
    <message>
        <source>Linear</source>
        <translation>Linéaire</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>Convolution</translation>
    </message>
    <message>
        <source>per layer</source>
        <translation>par couche</translation>
    </message>
    <message>
        <source>per channel</source>
        <translation>par canal</translation>
    </message>
    <message>
        <source>8 bits by the method</source>
        <translation>8&#xa0;bits imposés par la méthode</translation>
    </message>
    <message>
        <source>8 bits by the method, left at full precision here</source>
        <translation>8&#xa0;bits imposés par la méthode, ici laissée en pleine précision</translation>
    </message>
    <message>
        <source>Bases and scales cost %1 bits per weight here, as the method has it.</source>
        <translation>Les bases et les échelles coûtent ici %1&#xa0;bits par poids, comme le veut la méthode.</translation>
    </message>
    <message>
        <source>%1 candidates tried by each chain</source>
        <translation>%1 candidates essayées par chaque chaîne</translation>
    </message>
    <message>
        <source>Bases and scales cost %1 bits per weight here.</source>
        <translation>Les bases et les échelles coûtent ici %1 bits par poids.</translation>
    </message>
    <message>
        <source>Depthwise layers are smaller as 8-bit scalars: --depthwise scalar8</source>
        <translation>Les couches en profondeur sont plus petites en scalaires de 8 bits : --depthwise scalar8</translation>
    </message>
    <message>
        <source>Smaller: fewer basis bits (--quant_basis) or single weights (--scalar).</source>
        <translation>Plus petit : moins de bits de base (--quant_basis) ou des poids isolés (--scalar).</translation>
    </message>
    <message>
        <source>Smaller: fewer basis bits (--quant_basis), a basis per layer (--per_layer) or single weights (--scalar).</source>
        <translation>Plus petit : moins de bits de base (--quant_basis), une base par couche (--per_layer) ou des poids isolés (--scalar).</translation>
    </message>
</context>
<context>
    <name>OpenRequest</name>
    <message>
        <source>%1 does not exist. Expected a built-in network, a checkpoint or a run folder.</source>
        <translation>%1 n’existe pas. Attendu&#xa0;: un modèle intégré, un point de contrôle ou un dossier d’exécution.</translation>
    </message>
    <message>
        <source>%1 holds neither a run nor images. Expected a run folder (summary.json), one folder per class with PNG or JPEG files, or an IDX or CIFAR set.</source>
        <translation>%1 ne contient ni exécution ni images. Attendu&#xa0;: un dossier d’exécution (summary.json), un dossier par classe avec des fichiers PNG ou JPEG, ou un jeu IDX ou CIFAR.</translation>
    </message>
    <message>
        <source>%1 is no checkpoint. Expected a .pth, .pt or .safetensors file, or the folder of a run.</source>
        <translation>%1 n’est pas un point de contrôle. Attendu&#xa0;: un fichier .pth, .pt ou .safetensors, ou le dossier d’une exécution.</translation>
    </message>
</context>
<context>
    <name>Phase</name>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
    <message>
        <source>Measuring full precision</source>
        <translation>Mesure de la pleine précision</translation>
    </message>
    <message>
        <source>Searching bases</source>
        <translation>Recherche des bases</translation>
    </message>
    <message>
        <source>Calibrating activations</source>
        <translation>Calibration des activations</translation>
    </message>
    <message>
        <source>Measuring accuracy</source>
        <translation>Mesure de la précision</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Écriture</translation>
    </message>
    <message>
        <source>Choosing bits</source>
        <translation>Choix des bits</translation>
    </message>
</context>
<context>
    <name>PlotExport</name>
    <message>
        <source>The plot could not be turned into a PNG picture of %1 × %2 pixels.</source>
        <translation>Impossible de convertir le graphique en image PNG de %1 × %2&#xa0;pixels.</translation>
    </message>
    <message>
        <source>The plot could not be turned into a PDF page in %1.</source>
        <translation>Impossible de convertir le graphique en page PDF dans %1.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>Impossible d’écrire %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Plots are written as png, svg or pdf, not as “%1”.</source>
        <translation>Les graphiques s’écrivent en png, svg ou pdf, pas en «&#xa0;%1&#xa0;».</translation>
    </message>
</context>
<context>
    <name>PlotMenu</name>
    <message>
        <source>Plot menu</source>
        <translation>Menu du graphique</translation>
    </message>
    <message>
        <source>Save this plot as PNG, SVG or PDF, copy it, or fit it to its data</source>
        <translation>Enregistrer ce graphique en PNG, SVG ou PDF, le copier ou l’ajuster à ses données</translation>
    </message>
    <message>
        <source>Save as PNG</source>
        <translation>Enregistrer en PNG</translation>
    </message>
    <message>
        <source>%1×: %2 × %3 pixels…</source>
        <translation>%1×&#xa0;: %2 × %3&#xa0;pixels…</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Image PNG (*.png)</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Enregistrer en SVG…</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>Dessin SVG (*.svg)</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Document PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>Copier comme image</translation>
    </message>
    <message>
        <source>Fit to the data (Home)</source>
        <translation>Ajuster aux données (Début)</translation>
    </message>
    <message>
        <source>Save plot</source>
        <translation>Enregistrer le graphique</translation>
    </message>
</context>
<context>
    <name>PresetStore</name>
    <message>
        <source>Cannot read %1: %2</source>
        <translation>Impossible de lire %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>The preset %1 is damaged: %2</source>
        <translation>Le préréglage %1 est endommagé&#xa0;: %2</translation>
    </message>
    <message>
        <source>Cannot write %1: %2</source>
        <translation>Impossible d’écrire %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>There is already a preset called %1.</source>
        <translation>Un préréglage nommé %1 existe déjà.</translation>
    </message>
    <message>
        <source>Cannot rename %1: %2</source>
        <translation>Impossible de renommer %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Cannot delete %1: %2</source>
        <translation>Impossible de supprimer %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>RemainingTime</name>
    <message>
        <source>estimating</source>
        <translation>estimation en cours</translation>
    </message>
    <message>
        <source>taking longer than expected</source>
        <translation>plus long que prévu</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>encore %1&#xa0;min environ</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>encore %1 environ</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>%1 exists and was kept.</source>
        <translation>%1 existe et a été conservé.</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>Graphiques</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>The same run from the command line</source>
        <translation>La même exécution en ligne de commande</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 sur %2</translation>
    </message>
    <message>
        <source>32-bit</source>
        <translation>32&#xa0;bits</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linéaire</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>convolution</translation>
    </message>
    <message>
        <source>#</source>
        <translation>nº</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Forme</translation>
    </message>
    <message>
        <source>Vector length n</source>
        <translation>Longueur n des vecteurs</translation>
    </message>
    <message>
        <source>Weight bits</source>
        <translation>Bits des poids</translation>
    </message>
    <message>
        <source>Input bits</source>
        <translation>Bits des entrées</translation>
    </message>
    <message>
        <source>Basis for each</source>
        <translation>Une base par</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>couche</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>canal</translation>
    </message>
    <message>
        <source>Basis bits</source>
        <translation>Bits des bases</translation>
    </message>
    <message>
        <source>Effective bits per weight</source>
        <translation>Bits effectifs par poids</translation>
    </message>
    <message>
        <source>Cubic error per weight</source>
        <translation>Erreur cubique par poids</translation>
    </message>
    <message>
        <source>Scalar cubic error</source>
        <translation>Erreur cubique scalaire</translation>
    </message>
    <message>
        <source>Against scalar</source>
        <translation>Par rapport au scalaire</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>Erreur quadratique moyenne</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>Mean squared output error</source>
        <translation>Erreur quadratique moyenne en sortie</translation>
    </message>
    <message>
        <source>Search (s)</source>
        <translation>Recherche (s)</translation>
    </message>
    <message>
        <source>Each layer’s weights are divided by their largest magnitude and grouped into vectors. Every vector is replaced by a point of a lattice that Babai’s nearest plane algorithm finds and is stored as integer coordinates. The bases of the lattices are searched at random for the smallest cubic error, after LatticeQ (Metz et al., DATE 2023). The first convolution and the last linear layer keep 8 bits.</source>
        <translation>Les poids de chaque couche sont divisés par leur plus grande valeur absolue et groupés en vecteurs. Chaque vecteur est remplacé par le point d’un réseau que trouve l’algorithme du plan le plus proche de Babai, et stocké sous forme de coordonnées entières. Les bases des réseaux sont cherchées au hasard pour la plus petite erreur cubique, d’après LatticeQ (Metz et al., DATE 2023). La première convolution et la dernière couche linéaire gardent 8&#xa0;bits.</translation>
    </message>
    <message>
        <source>After quantization each output channel’s mean and deviation are corrected (Banner et al., NeurIPS 2019).</source>
        <translation>Après la quantification, la moyenne et l’écart type de chaque canal de sortie sont corrigés (Banner et al., NeurIPS 2019).</translation>
    </message>
    <message>
        <source>Cubic errors are of the normalised weights; the scalar ones come from the same search with single weights. Effective bits count coordinates, bases and scales. SQNR is the ratio of signal to quantization noise.</source>
        <translation>Les erreurs cubiques sont celles des poids normalisés&#x202f;; les erreurs scalaires viennent de la même recherche, poids par poids. Les bits effectifs comptent les coordonnées, les bases et les échelles. Le SQNR est le rapport du signal au bruit de quantification.</translation>
    </message>
    <message>
        <source>Accuracies have Wilson’s 95 % interval; the difference, measured on the same images, has the paired interval of Agresti and Min.</source>
        <translation>Les précisions sont données avec l’intervalle de Wilson à 95&#xa0;%&#x202f;; la différence, mesurée sur les mêmes images, avec l’intervalle apparié d’Agresti et Min.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2. The run failed: %3</source>
        <translation>%1, %2. L’exécution a échoué&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1, %2. The run is not complete: %3 of %4 layers are finished.</source>
        <translation>%1, %2. L’exécution n’est pas complète&#xa0;: %3 couches sur %4 sont terminées.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>off</source>
        <translation>non</translation>
    </message>
    <message>
        <source>95 %: %1 to %2; %3 of %4 images</source>
        <translation>95&#xa0;%&#xa0;: de %1 à %2&#x202f;; %3 images sur %4</translation>
    </message>
    <message>
        <source>Difference in top-1 accuracy</source>
        <translation>Différence de précision top-1</translation>
    </message>
    <message>
        <source>same images, paired 95 %: %1 to %2</source>
        <translation>mêmes images, apparié à 95&#xa0;%&#xa0;: de %1 à %2</translation>
    </message>
    <message>
        <source>Packed size</source>
        <translation>Taille compacte</translation>
    </message>
    <message>
        <source>%1 times smaller than %2</source>
        <translation>%1 fois plus petit que %2</translation>
    </message>
    <message>
        <source>not quantized</source>
        <translation>non quantifiées</translation>
    </message>
    <message>
        <source>only those of pooling layers and of the last linear layer</source>
        <translation>seulement celles des couches de pooling et de la dernière couche linéaire</translation>
    </message>
    <message numerus="yes">
        <source>%n bits, a threshold for each channel</source>
        <translation>
            <numerusform>%n&#xa0;bit, un seuil par canal</numerusform>
            <numerusform>%n&#xa0;bits, un seuil par canal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bits, a threshold for each layer</source>
        <translation>
            <numerusform>%n&#xa0;bit, un seuil par couche</numerusform>
            <numerusform>%n&#xa0;bits, un seuil par couche</numerusform>
        </translation>
    </message>
    <message>
        <source>single weights</source>
        <translation>poids seuls</translation>
    </message>
    <message numerus="yes">
        <source>kernel rows; %n neighbouring inputs in 1×1 convolutions and linear layers</source>
        <translation>
            <numerusform>lignes de noyau&#x202f;; %n entrée dans les convolutions 1×1 et les couches linéaires</numerusform>
            <numerusform>lignes de noyau&#x202f;; %n entrées voisines dans les convolutions 1×1 et les couches linéaires</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: left alone</source>
        <translation>%1&#xa0;: laissée telle quelle</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n bits</source>
        <translation>
            <numerusform>%1&#xa0;: %n&#xa0;bit</numerusform>
            <numerusform>%1&#xa0;: %n&#xa0;bits</numerusform>
        </translation>
    </message>
    <message>
        <source>the network’s own</source>
        <translation>celles du modèle</translation>
    </message>
    <message>
        <source>Top-1 accuracy, quantized</source>
        <translation>Précision top-1, modèle quantifié</translation>
    </message>
    <message>
        <source>Top-1 accuracy, full precision</source>
        <translation>Précision top-1, pleine précision</translation>
    </message>
    <message>
        <source>coordinates, bases and scales</source>
        <translation>coordonnées, bases et échelles</translation>
    </message>
    <message>
        <source>Mean cubic error per weight</source>
        <translation>Erreur cubique moyenne par poids</translation>
    </message>
    <message>
        <source>largest in %1</source>
        <translation>la plus grande&#xa0;: %1</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>all images</source>
        <translation>toutes les images</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibration</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Poids</translation>
    </message>
    <message numerus="yes">
        <source>%n bits per coordinate</source>
        <translation>
            <numerusform>%n&#xa0;bit par coordonnée</numerusform>
            <numerusform>%n&#xa0;bits par coordonnée</numerusform>
        </translation>
    </message>
    <message>
        <source>Bases</source>
        <translation>Bases</translation>
    </message>
    <message>
        <source>one for each layer</source>
        <translation>une par couche</translation>
    </message>
    <message>
        <source>one for each output channel</source>
        <translation>une par canal de sortie</translation>
    </message>
    <message numerus="yes">
        <source>%n bits per entry</source>
        <translation>
            <numerusform>%n&#xa0;bit par coefficient</numerusform>
            <numerusform>%n&#xa0;bits par coefficient</numerusform>
        </translation>
    </message>
    <message>
        <source>32-bit numbers</source>
        <translation>nombres sur 32&#xa0;bits</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Activations</translation>
    </message>
    <message>
        <source>Bias correction</source>
        <translation>Correction de biais</translation>
    </message>
    <message>
        <source>Bit allocation</source>
        <translation>Allocation de bits</translation>
    </message>
    <message>
        <source>weights %1, activations %2</source>
        <translation>poids&#xa0;: %1, activations&#xa0;: %2</translation>
    </message>
    <message>
        <source>Batch normalisation follows calibration</source>
        <translation>La normalisation par lots suit la calibration</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message numerus="yes">
        <source>random, %n candidates for each noise level</source>
        <translation>
            <numerusform>aléatoire, %n candidate par niveau de bruit</numerusform>
            <numerusform>aléatoire, %n candidates par niveau de bruit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restarts</source>
        <translation>
            <numerusform>%n relance</numerusform>
            <numerusform>%n relances</numerusform>
        </translation>
    </message>
    <message>
        <source>Time budget of the search</source>
        <translation>Budget de temps de la recherche</translation>
    </message>
    <message>
        <source>Layers with bits of their own</source>
        <translation>Couches à nombre de bits propre</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Run started</source>
        <translation>Début de l’exécution</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>LatticeQ Explorer %1</source>
        <translation>LatticeQ Explorer %1</translation>
    </message>
    <message>
        <source>Report written</source>
        <translation>Rapport écrit</translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>Impossible d’écrire %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Cannot make the folder %1.</source>
        <translation>Impossible de créer le dossier %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln images, a fixed random share</source>
        <translation>
            <numerusform>%Ln image, tirage aléatoire fixe</numerusform>
            <numerusform>%Ln images, tirage aléatoire fixe</numerusform>
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
            <numerusform>%Ln image, hors de la précision</numerusform>
            <numerusform>%Ln images, hors de la précision</numerusform>
        </translation>
    </message>
    <message>
        <source>Unreadable images</source>
        <translation>Images illisibles</translation>
    </message>
    <message>
        <source>left out, such as %1</source>
        <translation>ignorées, par exemple %1</translation>
    </message>
    <message>
        <source>Depthwise layers</source>
        <translation>Couches en profondeur</translation>
    </message>
    <message>
        <source>8-bit scalars</source>
        <translation>scalaires de 8 bits</translation>
    </message>
    <message>
        <source>as other layers</source>
        <translation>comme les autres couches</translation>
    </message>
    <message numerus="yes">
        <source>refined, at the cost of %n candidates for each noise level</source>
        <translation>
            <numerusform>affinée, au coût de %n candidate par niveau de bruit</numerusform>
            <numerusform>affinée, au coût de %n candidates par niveau de bruit</numerusform>
        </translation>
    </message>
    <message>
        <source>Data-aware rounding</source>
        <translation>Arrondi guidé par les données</translation>
    </message>
    <message>
        <source>Clipping of activations</source>
        <translation>Écrêtage des activations</translation>
    </message>
    <message>
        <source>smallest squared error</source>
        <translation>plus petite erreur quadratique</translation>
    </message>
    <message>
        <source>as published</source>
        <translation>comme publié</translation>
    </message>
    <message>
        <source>Batch normalisation re-estimated</source>
        <translation>Normalisation par lot réestimée</translation>
    </message>
    <message>
        <source>bits chosen by layer for at most %1 bytes</source>
        <translation>bits choisis par couche pour %1 octets au plus</translation>
    </message>
    <message>
        <source>bits chosen by layer to lose at most %1 points of top-1</source>
        <translation>bits choisis par couche pour perdre au plus %1 points de top-1</translation>
    </message>
    <message>
        <source>bits chosen by layer to keep %1 of top-1</source>
        <translation>bits choisis par couche pour garder %1 de top-1</translation>
    </message>
</context>
<context>
    <name>RunNotices</name>
    <message>
        <source>Done in %1.</source>
        <translation>Terminé en %1.</translation>
    </message>
    <message>
        <source>%1 (%2), %3 times smaller.</source>
        <translation>%1 (%2), %3 fois plus petit.</translation>
    </message>
    <message>
        <source>%1 times smaller.</source>
        <translation>%1 fois plus petit.</translation>
    </message>
    <message>
        <source>Worst: %1 %2.</source>
        <translation>La pire&#xa0;: %1 %2.</translation>
    </message>
    <message>
        <source>Stopped before a layer was finished; nothing was kept.</source>
        <translation>Arrêté avant la fin d’une couche&#x202f;; rien n’a été conservé.</translation>
    </message>
    <message>
        <source>Stopped. %1 of %2 layers are finished and kept.</source>
        <translation>Arrêté. %1 couches sur %2 sont terminées et conservées.</translation>
    </message>
    <message>
        <source>The run failed without saying why.</source>
        <translation>L’exécution a échoué sans dire pourquoi.</translation>
    </message>
    <message>
        <source>Stopped while bits were chosen. What was measured of the layers is kept.</source>
        <translation>Arrêté pendant le choix des bits. Ce qui a été mesuré des couches est gardé.</translation>
    </message>
</context>
<context>
    <name>RunSeries</name>
    <message>
        <source>seed %1 of %2</source>
        <translation>graine %1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s)</source>
        <translation>
            <numerusform>%n graine</numerusform>
            <numerusform>%n graines</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 done.</source>
        <comment>number of seeds</comment>
        <translation>%1 : terminé.</translation>
    </message>
    <message>
        <source>%1: %2 ± %3 top-1, %4 ± %5 against full precision (mean ± standard deviation).</source>
        <translation>%1 : %2 ± %3 de top-1, %4 ± %5 face à la pleine précision (moyenne ± écart type).</translation>
    </message>
    <message>
        <source>%1 pt</source>
        <comment>points</comment>
        <translation>%1&#xa0;pt</translation>
    </message>
</context>
<context>
    <name>compare</name>
    <message>
        <source>¹ same images, paired 95 %: %1 pt</source>
        <translation>¹ mêmes images, apparié à 95&#xa0;%&#xa0;: %1&#xa0;pt</translation>
    </message>
    <message>
        <source>¹ measured on different images, or not known image by image: no interval for the difference</source>
        <translation>¹ mesurées sur des images différentes, ou inconnues image par image&#xa0;: pas d’intervalle pour la différence</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>per layer</source>
        <translation>par couche</translation>
    </message>
    <message>
        <source>per channel</source>
        <translation>par canal</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>all</source>
        <translation>toutes</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Weights file</source>
        <translation>Fichier de poids</translation>
    </message>
    <message>
        <source>the model’s own</source>
        <translation>celui du modèle</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Jeu de données</translation>
    </message>
    <message>
        <source>Calibration data</source>
        <translation>Données de calibration</translation>
    </message>
    <message>
        <source>as the data set</source>
        <translation>comme le jeu de données</translation>
    </message>
    <message>
        <source>Calibration images</source>
        <translation>Images de calibration</translation>
    </message>
    <message>
        <source>Evaluation images</source>
        <translation>Images d’évaluation</translation>
    </message>
    <message>
        <source>Weight bits</source>
        <translation>Bits des poids</translation>
    </message>
    <message>
        <source>Basis bits</source>
        <translation>Bits des bases</translation>
    </message>
    <message>
        <source>Basis granularity</source>
        <translation>Granularité des bases</translation>
    </message>
    <message>
        <source>Single weights instead of vectors</source>
        <translation>Poids seuls au lieu de vecteurs</translation>
    </message>
    <message>
        <source>Group dimension of 1×1 layers</source>
        <translation>Dimension de groupe des couches 1×1</translation>
    </message>
    <message>
        <source>Bias correction</source>
        <translation>Correction de biais</translation>
    </message>
    <message>
        <source>Weight bits allocated by channel</source>
        <translation>Bits des poids alloués par canal</translation>
    </message>
    <message>
        <source>Layers with bits of their own</source>
        <translation>Couches à nombre de bits propre</translation>
    </message>
    <message>
        <source>Activation bits</source>
        <translation>Bits des activations</translation>
    </message>
    <message>
        <source>Activation granularity</source>
        <translation>Granularité des activations</translation>
    </message>
    <message>
        <source>Activation bits allocated by channel</source>
        <translation>Bits des activations alloués par canal</translation>
    </message>
    <message>
        <source>Batch norm statistics updated</source>
        <translation>Statistiques de normalisation par lots actualisées</translation>
    </message>
    <message>
        <source>Search steps × restarts</source>
        <translation>Pas × relances de la recherche</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Time budget of the search</source>
        <translation>Budget de temps de la recherche</translation>
    </message>
    <message>
        <source>Top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>Images whose first guess is right, after quantization</source>
        <translation>Images dont la première réponse est juste, après la quantification</translation>
    </message>
    <message>
        <source>Top-5</source>
        <translation>Top-5</translation>
    </message>
    <message>
        <source>Images whose class is among the first five guesses, after quantization</source>
        <translation>Images dont la classe est parmi les cinq premières réponses, après la quantification</translation>
    </message>
    <message>
        <source>Full precision top-1</source>
        <translation>Top-1 en pleine précision</translation>
    </message>
    <message>
        <source>Images whose first guess is right, before quantization</source>
        <translation>Images dont la première réponse est juste, avant la quantification</translation>
    </message>
    <message>
        <source>Packed size</source>
        <translation>Taille compacte</translation>
    </message>
    <message>
        <source>Size of the packed checkpoint, in 10⁶ bytes</source>
        <translation>Taille du point de contrôle compact, en 10⁶ octets</translation>
    </message>
    <message>
        <source>Effective bits/weight</source>
        <translation>Bits effectifs/poids</translation>
    </message>
    <message>
        <source>All that is stored of the weights: coordinates, bases and scales</source>
        <translation>Tout ce qui est stocké des poids&#xa0;: coordonnées, bases et échelles</translation>
    </message>
    <message>
        <source>Mean cubic error</source>
        <translation>Erreur cubique moyenne</translation>
    </message>
    <message>
        <source>Per weight of the searched layers, of the weights divided by the largest</source>
        <translation>Par poids des couches cherchées, sur les poids divisés par le plus grand</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>All phases of the run; another machine takes another time</source>
        <translation>Toutes les phases de l’exécution&#x202f;; une autre machine met un autre temps</translation>
    </message>
    <message>
        <source>Depthwise layers as 8-bit scalars</source>
        <translation>Couches en profondeur en scalaires de 8 bits</translation>
    </message>
    <message>
        <source>Search method</source>
        <translation>Méthode de recherche</translation>
    </message>
    <message>
        <source>refined</source>
        <translation>affinée</translation>
    </message>
    <message>
        <source>random</source>
        <translation>aléatoire</translation>
    </message>
    <message>
        <source>Data-aware rounding</source>
        <translation>Arrondi guidé par les données</translation>
    </message>
    <message>
        <source>Clipping by the smallest error</source>
        <translation>Écrêtage à la plus petite erreur</translation>
    </message>
    <message>
        <source>Batch norm statistics re-estimated</source>
        <translation>Statistiques de normalisation par lot réestimées</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>au plus %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>au moins %1</translation>
    </message>
    <message>
        <source>Layers&apos; bits chosen</source>
        <translation>Bits des couches choisis</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::AccuracyPlot</name>
    <message>
        <source>Top-1 with its 95 % interval, image by image.</source>
        <translation>Top-1 avec son intervalle à 95&#xa0;%, image par image.</translation>
    </message>
    <message>
        <source>top-1 (%)</source>
        <translation>top-1 (%)</translation>
    </message>
    <message>
        <source>images</source>
        <translation>images</translation>
    </message>
    <message>
        <source>quantized %1</source>
        <translation>quantifié %1</translation>
    </message>
    <message>
        <source>FP32 of %1</source>
        <translation>FP32 de %1</translation>
    </message>
    <message>
        <source>Full precision</source>
        <translation>Pleine précision</translation>
    </message>
    <message>
        <source>dot: top-1; line: its 95 % interval</source>
        <translation>point&#xa0;: top-1&#x202f;; trait&#xa0;: son intervalle à 95&#xa0;%</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Differences in accuracy</source>
        <translation>Différences de précision</translation>
    </message>
    <message>
        <source>Differences on the same images, with the paired 95 % interval: where it holds 0, the two are not told apart</source>
        <translation>Différences sur les mêmes images, avec l’intervalle apparié à 95&#xa0;%&#xa0;: s’il contient 0, les deux ne se distinguent pas</translation>
    </message>
    <message>
        <source>FP32 %1</source>
        <translation>FP32 %1</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::ActivationsGroup</name>
    <message>
        <source>Activations are not quantized.</source>
        <translation>Les activations ne sont pas quantifiées.</translation>
    </message>
    <message>
        <source>32: pooling and last layer only</source>
        <translation>32&#xa0;: pooling et dernière couche</translation>
    </message>
    <message>
        <source>Quantize</source>
        <translation>Quantifier</translation>
    </message>
    <message>
        <source>Quantizes the inputs of all layers but the first, with ranges from the calibration images.</source>
        <translation>Quantifie les entrées de toutes les couches sauf la première, avec des plages issues des images de calibration.</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>Bits of an activation. Fewer: cheaper arithmetic, larger error; pooling and the last layer stay at 8.</source>
        <translation>Bits d’une activation. Moins&#xa0;: calcul moins coûteux, erreur plus grande&#x202f;; le pooling et la dernière couche restent à 8.</translation>
    </message>
    <message>
        <source>Per layer</source>
        <translation>Par couche</translation>
    </message>
    <message>
        <source>Per channel</source>
        <translation>Par canal</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Plage</translation>
    </message>
    <message>
        <source>One range for a layer&apos;s whole input, or one for each of its channels. Per channel: smaller error, one more stored number per channel.</source>
        <translation>Une plage pour toute l’entrée d’une couche, ou une pour chacun de ses canaux. Par canal&#xa0;: erreur plus petite, un nombre stocké de plus par canal.</translation>
    </message>
    <message>
        <source>Bit allocation does nothing per layer: choose ranges per channel.</source>
        <translation>L’allocation de bits est sans effet par couche&#xa0;: choisir des plages par canal.</translation>
    </message>
    <message>
        <source>Bit allocation</source>
        <translation>Allocation de bits</translation>
    </message>
    <message>
        <source>Moves bits from channels with a narrow range to those with a wide one, at the same average.</source>
        <translation>Déplace des bits des canaux à plage étroite vers ceux à plage large, à moyenne égale.</translation>
    </message>
    <message>
        <source>Batch-norm update</source>
        <translation>Suivi batch-norm</translation>
    </message>
    <message>
        <source>Lets the statistics of batch normalisation follow the calibration images, as the published program does. May win accuracy at very few bits.</source>
        <translation>Laisse les statistiques de normalisation par lots suivre les images de calibration, comme le programme publié. Peut améliorer la précision à très peu de bits.</translation>
    </message>
    <message>
        <source>There is no data set to calibrate on.</source>
        <translation>Aucun jeu de données pour calibrer.</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Activations</translation>
    </message>
    <message>
        <source>not quantized</source>
        <translation>non quantifiées</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>canal</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>couche</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>bits, granularity</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Statistics can be updated or re-estimated, not both.</source>
        <translation>Les statistiques peuvent être mises à jour ou réestimées, pas les deux.</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>Comme publié</translation>
    </message>
    <message>
        <source>Smallest error</source>
        <translation>Plus petite erreur</translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation>Écrêtage</translation>
    </message>
    <message>
        <source>Where a range ends. As published: at the largest value, per channel at a quantile. Smallest error: where the squared error on the calibration images is smallest, which helps at few bits.</source>
        <translation>Où finit une plage. Comme publié&#xa0;: à la plus grande valeur, par canal à un quantile. Plus petite erreur&#xa0;: là où l’erreur quadratique sur les images de calibrage est la plus petite, ce qui aide à peu de bits.</translation>
    </message>
    <message>
        <source>Re-estimate batch norm</source>
        <translation>Réestimer la normalisation</translation>
    </message>
    <message>
        <source>Measures the statistics of batch normalisation anew, in the quantized network on the calibration images. Wins accuracy at few bits and costs no time.</source>
        <translation>Mesure à nouveau les statistiques de la normalisation par lot, dans le réseau quantifié et sur les images de calibrage. Gagne en exactitude à peu de bits et ne coûte pas de temps.</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::ChannelRow</name>
    <message>
        <source>Sheets exist for three dimensions only.</source>
        <translation>Les feuillets n’existent qu’en trois dimensions.</translation>
    </message>
    <message>
        <source>One plane of points with the same third coordinate (S); PgUp and PgDn step through.</source>
        <translation>Un plan de points de même troisième coordonnée (S)&#x202f;; Page préc et Page suiv les parcourent.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Output channel</source>
        <translation>Canal de sortie</translation>
    </message>
    <message>
        <source>The output channel shown; every channel has a lattice of its own (Ctrl+wheel).</source>
        <translation>Le canal de sortie affiché&#x202f;; chaque canal a son propre réseau (Ctrl+molette).</translation>
    </message>
    <message>
        <source>Every channel’s cubic error</source>
        <translation>Erreur cubique de chaque canal</translation>
    </message>
    <message>
        <source>Output channel of panel B</source>
        <translation>Canal de sortie du panneau B</translation>
    </message>
    <message>
        <source>Another channel for panel B to compare with; the lowest value follows panel A.</source>
        <translation>Un autre canal à comparer dans le panneau B&#x202f;; la valeur minimale suit le panneau A.</translation>
    </message>
    <message>
        <source>B: same channel</source>
        <translation>B&#xa0;: même canal</translation>
    </message>
    <message>
        <source>B: </source>
        <comment>before the channel of panel B</comment>
        <translation>B&#xa0;: </translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Rotation</translation>
    </message>
    <message>
        <source>All weights in space, turned with the mouse (T).</source>
        <translation>Tous les poids dans l’espace, à tourner à la souris (T).</translation>
    </message>
    <message>
        <source>Planes</source>
        <translation>Plans</translation>
    </message>
    <message>
        <source>Three views along the axes beside the turning one (P).</source>
        <translation>Trois vues selon les axes, à côté de la vue en rotation (P).</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Feuillets</translation>
    </message>
    <message>
        <source> of %1</source>
        <comment>channel … of</comment>
        <translation> sur %1</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::ChannelStrip</name>
    <message>
        <source>Channel %1: cubic error %2</source>
        <translation>Canal %1&#xa0;: erreur cubique %2</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::CompareModel</name>
    <message>
        <source>%1 against %2</source>
        <comment>a run&apos;s letter against the reference&apos;s</comment>
        <translation>%1 par rapport à %2</translation>
    </message>
    <message>
        <source>%1: the reference of every difference</source>
        <translation>%1&#xa0;: la référence de toutes les différences</translation>
    </message>
    <message>
        <source>Setting or result</source>
        <translation>Réglage ou résultat</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::CompareView</name>
    <message>
        <source>Pin two runs in Runs (Space) to compare them.</source>
        <translation>Épingler deux exécutions dans Exécutions (Espace) pour les comparer.</translation>
    </message>
    <message>
        <source>Differences only</source>
        <translation>Différences seules</translation>
    </message>
    <message>
        <source>Leaves out settings and results that are the same in all runs</source>
        <translation>Masque les réglages et résultats identiques dans toutes les exécutions</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Copier le tableau</translation>
    </message>
    <message>
        <source>Copies what the table shows, with tabs between its columns (Ctrl+C)</source>
        <translation>Copie ce que le tableau affiche, avec des tabulations entre les colonnes (Ctrl+C)</translation>
    </message>
    <message>
        <source>Comparison of runs</source>
        <translation>Comparaison des exécutions</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::ConvergencePlot</name>
    <message>
        <source>scalar</source>
        <translation>scalaire</translation>
    </message>
    <message>
        <source>best (each channel its best restart)</source>
        <translation>meilleure (à chaque canal sa meilleure relance)</translation>
    </message>
    <message>
        <source>best</source>
        <translation>meilleure</translation>
    </message>
    <message>
        <source>Best error against candidates tried, for the selected layer.</source>
        <translation>Meilleure erreur selon les candidates essayées, pour la couche sélectionnée.</translation>
    </message>
    <message>
        <source>%1 of %2 selected named</source>
        <translation>%1 nommées sur %2 sélectionnées</translation>
    </message>
    <message>
        <source>%1 %2: best so far %3</source>
        <translation>%1 %2&#xa0;: meilleure jusqu’ici %3</translation>
    </message>
    <message>
        <source>candidates tried</source>
        <translation>candidates essayées</translation>
    </message>
    <message>
        <source>cubic error of the layer (sum)</source>
        <translation>erreur cubique (Σ)</translation>
    </message>
    <message>
        <source>Best error against candidates tried</source>
        <translation>Meilleure erreur selon les candidates essayées</translation>
    </message>
    <message>
        <source>cubic error (sum)</source>
        <translation>erreur (Σ)</translation>
    </message>
    <message>
        <source>%1 %2: %3, %4 vs scalar</source>
        <translation>%1 %2&#xa0;: %3, %4 vs scalaire</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::DataGroup</name>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibration</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Le même</translation>
    </message>
    <message>
        <source>Choose a folder of calibration images</source>
        <translation>Choisir un dossier d’images de calibration</translation>
    </message>
    <message>
        <source>Calibration images</source>
        <translation>Images de calibration</translation>
    </message>
    <message>
        <source>How many training images set the activations&apos; ranges. More: steadier ranges, more memory and a few seconds.</source>
        <translation>Combien d’images d’entraînement fixent les plages des activations. Plus&#xa0;: plages plus stables, plus de mémoire et quelques secondes.</translation>
    </message>
    <message>
        <source>There is no data set to calibrate on.</source>
        <translation>Aucun jeu de données pour calibrer.</translation>
    </message>
    <message>
        <source>Evaluated</source>
        <translation>Évaluées</translation>
    </message>
    <message>
        <source>How many test images accuracy is measured on, the same share in every run; 0 takes all. Fewer: faster, but a wider interval.</source>
        <translation>Sur combien d’images de test la précision est mesurée, les mêmes à chaque exécution&#x202f;; 0 les prend toutes. Moins&#xa0;: plus rapide, mais intervalle plus large.</translation>
    </message>
    <message>
        <source>There is no data set to measure accuracy on.</source>
        <translation>Aucun jeu de données pour mesurer la précision.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>This network takes colour photographs; Fashion-MNIST has grey images of 28 × 28 pixels.</source>
        <translation>Ce modèle prend des photographies en couleurs&#x202f;; Fashion-MNIST a des images grises de 28 × 28&#xa0;pixels.</translation>
    </message>
    <message>
        <source>None, weights only</source>
        <translation>Aucune, poids seuls</translation>
    </message>
    <message>
        <source>Data: images</source>
        <translation>Données&#xa0;: images</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>%1, %2 images</source>
        <comment>data set, number</comment>
        <translation>%1, %2 images</translation>
    </message>
    <message>
        <source>The images that accuracy is measured on: Fashion-MNIST, a folder with one folder per class, images with labels.txt or labels.csv, or a set in IDX or CIFAR format. Without images only the weights are quantized.</source>
        <translation>Les images sur lesquelles la précision est mesurée&#xa0;: Fashion-MNIST, un dossier avec un dossier par classe, des images avec labels.txt ou labels.csv, ou un jeu au format IDX ou CIFAR. Sans images, seuls les poids sont quantifiés.</translation>
    </message>
    <message>
        <source>A folder whose images calibrate, if they come from another data set. Left empty: the training images of the set above; of an image folder a random share, which is left out of the accuracy.</source>
        <translation>Un dossier dont les images servent à calibrer, si elles viennent d’un autre jeu. Laissé vide&#xa0;: les images d’apprentissage du jeu ci-dessus&#xa0;; d’un dossier d’images un tirage aléatoire, qui ne compte pas dans la précision.</translation>
    </message>
    <message>
        <source>Image folder…</source>
        <translation>Dossier d’images…</translation>
    </message>
    <message>
        <source>Choose a folder of images</source>
        <translation>Choisir un dossier d’images</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::DeleteBar</name>
    <message>
        <source>Delete “%1”?</source>
        <translation>Supprimer «&#xa0;%1&#xa0;»&#x202f;?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n runs?</source>
        <translation>
            <numerusform>Supprimer %n exécution&#x202f;?</numerusform>
            <numerusform>Supprimer %n exécutions&#x202f;?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n runs and their files</source>
        <translation>
            <numerusform>Supprimer %n exécution et ses fichiers</numerusform>
            <numerusform>Supprimer %n exécutions et leurs fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete run and its files</source>
        <translation>Supprimer l’exécution et ses fichiers</translation>
    </message>
    <message>
        <source>Deletes what the program wrote into the run folder; other files in it stay. This cannot be undone.</source>
        <translation>Supprime ce que le programme a écrit dans le dossier de l’exécution&#x202f;; les autres fichiers y restent. Impossible à annuler.</translation>
    </message>
    <message>
        <source>The folder is gone, or another window is still writing to it.</source>
        <translation>Le dossier n’existe plus, ou une autre fenêtre y écrit encore.</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>Forgets name, note and pin; the run folder stays and can be opened again.</source>
        <translation>Oublie le nom, la note et l’épingle&#x202f;; le dossier de l’exécution reste et peut être rouvert.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Keeps everything (Esc)</source>
        <translation>Garde tout (Échap)</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::DeviceGroup</name>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>What computes. The searched bases are the same bytes on every device; only the time differs.</source>
        <translation>Ce qui calcule. Les bases trouvées sont les mêmes à l’octet près sur tout processeur&#x202f;; seule la durée change.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Processors to use; 0 takes all. Fewer: slower, but the machine stays free for other work. The result is the same.</source>
        <translation>Processeurs à utiliser&#x202f;; 0 les prend tous. Moins&#xa0;: plus lent, mais la machine reste libre pour autre chose. Le résultat est le même.</translation>
    </message>
    <message>
        <source>All (%1)</source>
        <translation>Tous (%1)</translation>
    </message>
    <message>
        <source>%1, all threads</source>
        <comment>device</comment>
        <translation>%1, tous les threads</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n thread(s)</source>
        <comment>device</comment>
        <translation>
            <numerusform>%1, %n thread</numerusform>
            <numerusform>%1, %n threads</numerusform>
        </translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Carte graphique</translation>
    </message>
    <message>
        <source>%1 · %2 of %3 free</source>
        <comment>a card, its memory</comment>
        <translation>%1 · %2 sur %3 libres</translation>
    </message>
    <message>
        <source>It cannot be used: %1.</source>
        <translation>Elle ne peut pas être utilisée&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::DeviceLabel</name>
    <message>
        <source>%1 · %2 of %3</source>
        <comment>a card, its memory in use and in all</comment>
        <translation>%1 · %2 sur %3</translation>
    </message>
    <message>
        <source>What runs are computed on; on a card with the memory that the run uses</source>
        <translation>Ce qui calcule les exécutions&#xa0;; pour une carte, avec la mémoire utilisée</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::DistributionPlot</name>
    <message>
        <source>Counting the weights …</source>
        <translation>Décompte des poids…</translation>
    </message>
    <message>
        <source>The layer&apos;s weights before and after, and the errors between them.</source>
        <translation>Les poids de la couche avant et après, et les erreurs entre les deux.</translation>
    </message>
    <message>
        <source>after</source>
        <translation>après</translation>
    </message>
    <message>
        <source>before</source>
        <translation>avant</translation>
    </message>
    <message>
        <source>%1: rms error %2, %3 weights</source>
        <translation>%1&#xa0;: erreur efficace %2, %3 poids</translation>
    </message>
    <message>
        <source>Distribution of the layer&apos;s weights and errors</source>
        <translation>Distribution des poids et des erreurs de la couche</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>poids</translation>
    </message>
    <message>
        <source>count</source>
        <comment>of weights</comment>
        <translation>nombre</translation>
    </message>
    <message>
        <source>error (after − before)</source>
        <translation>erreur (après − avant)</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::ErrorPlot</name>
    <message>
        <source>SQNR (dB)</source>
        <translation>SQNR (dB)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>metric and its power of ten</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Every layer&apos;s error appears here as it finishes.</source>
        <translation>L’erreur de chaque couche apparaît ici dès que la couche est terminée.</translation>
    </message>
    <message>
        <source>Every layer&apos;s error appears here as it finishes: lattice beside scalar rounding.
Press Run (Ctrl+R); the demo needs nothing else.</source>
        <translation>L’erreur de chaque couche apparaît ici dès qu’elle est terminée&#xa0;: le réseau à côté de l’arrondi scalaire.
Appuyer sur Lancer (Ctrl+R)&#x202f;; la démo n’a besoin de rien d’autre.</translation>
    </message>
    <message>
        <source>worst: %1 %2 · &lt;a href=&quot;show&quot;&gt;Show&lt;/a&gt;</source>
        <translation>la pire&#xa0;: %1 %2 · &lt;a href=&quot;show&quot;&gt;Afficher&lt;/a&gt;</translation>
    </message>
    <message>
        <source>&amp;Metric</source>
        <translation>&amp;Métrique</translation>
    </message>
    <message>
        <source>S&amp;cale</source>
        <translation>É&amp;chelle</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linéaire</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Metric of the bars</source>
        <translation>Métrique des barres</translation>
    </message>
    <message>
        <source>Scale of the error axis</source>
        <translation>Échelle de l’axe des erreurs</translation>
    </message>
    <message>
        <source>SQNR is already logarithmic.</source>
        <translation>Le SQNR est déjà logarithmique.</translation>
    </message>
    <message>
        <source>Auto is linear while the searched layers span less than a factor of 30 (L)</source>
        <translation>Auto est linéaire tant que les couches cherchées couvrent moins d’un facteur 30 (L)</translation>
    </message>
    <message>
        <source>Worst layer</source>
        <translation>Pire couche</translation>
    </message>
    <message>
        <source>Selects the searched layer that loses most by this metric</source>
        <translation>Sélectionne la couche cherchée qui perd le plus selon cette métrique</translation>
    </message>
    <message>
        <source>Error of every layer</source>
        <translation>Erreur de chaque couche</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::EstimatePanel</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>%1 · %2 bits/w</source>
        <comment>packed size, bits per weight</comment>
        <translation>%1 · %2&#xa0;bits/poids</translation>
    </message>
    <message>
        <source>Expected packed size and bits per weight</source>
        <translation>Taille compacte et bits par poids prévus</translation>
    </message>
    <message>
        <source>Expected time</source>
        <translation>Durée prévue</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <source>Copies the latticeq quantize line that does exactly this run, the layers&apos; own bits included (Ctrl+Shift+C).</source>
        <translation>Copie la ligne latticeq quantize qui fait exactement cette exécution, bits propres aux couches compris (Ctrl+Maj+C).</translation>
    </message>
    <message>
        <source>Known once the network has been read and the settings are possible.</source>
        <translation>Connu une fois le modèle lu et les réglages possibles.</translation>
    </message>
    <message>
        <source>%1 bytes packed, %2 bytes at full precision</source>
        <translation>%1&#xa0;octets compacts, %2&#xa0;octets en pleine précision</translation>
    </message>
    <message>
        <source>Bits per weight include bases and scales.</source>
        <translation>Les bits par poids comprennent les bases et les échelles.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>phase, time</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::ExportList</name>
    <message>
        <source>This run</source>
        <translation>Cette exécution</translation>
    </message>
    <message numerus="yes">
        <source>All %n runs</source>
        <translation>
            <numerusform>La seule exécution (%n)</numerusform>
            <numerusform>Les %n exécutions</numerusform>
        </translation>
    </message>
    <message>
        <source>PNG, %1×</source>
        <translation>PNG, %1×</translation>
    </message>
    <message>
        <source>SVG</source>
        <translation>SVG</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Points de contrôle</translation>
    </message>
    <message>
        <source>Tables (CSV)</source>
        <translation>Tableaux (CSV)</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>Graphiques</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Rapports</translation>
    </message>
    <message>
        <source>Files to export</source>
        <translation>Fichiers à exporter</translation>
    </message>
    <message>
        <source>Runs in tables</source>
        <translation>Exécutions dans les tableaux</translation>
    </message>
    <message>
        <source>Tables of one run, or of all runs together with a column “run” in front</source>
        <translation>Tableaux d’une exécution, ou de toutes ensemble avec une colonne «&#xa0;run&#xa0;» en tête</translation>
    </message>
    <message>
        <source>Format of plots</source>
        <translation>Format des graphiques</translation>
    </message>
    <message>
        <source>PNG: pixels, 1 to 4 for each of the screen’s. SVG and PDF: lines, sharp in any size</source>
        <translation>PNG&#xa0;: pixels, de 1 à 4 par pixel de l’écran. SVG et PDF&#xa0;: tracés, nets à toute taille</translation>
    </message>
    <message>
        <source>All plots</source>
        <translation>Tous les graphiques</translation>
    </message>
    <message>
        <source>Write every plot, or none</source>
        <translation>Écrire tous les graphiques, ou aucun</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::ExportRow</name>
    <message>
        <source>Name of the file to write; its ending is added</source>
        <translation>Nom du fichier à écrire&#x202f;; son extension est ajoutée</translation>
    </message>
    <message>
        <source>File name of “%1”</source>
        <translation>Nom de fichier de «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>environ %1</translation>
    </message>
    <message>
        <source>Expected size: %1 bytes</source>
        <translation>Taille prévue&#xa0;: %1&#xa0;octets</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::ExportSheet</name>
    <message>
        <source>Writing…</source>
        <translation>Écriture…</translation>
    </message>
    <message>
        <source>Written: %1, %2</source>
        <translation>Écrit&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>Exporter «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>Folder to write to</source>
        <translation>Dossier de destination</translation>
    </message>
    <message>
        <source>The files are written into this folder; it is made if it does not exist</source>
        <translation>Les fichiers sont écrits dans ce dossier&#x202f;; il est créé s’il n’existe pas</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Choisir…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Choisir le dossier</translation>
    </message>
    <message>
        <source>Choose the folder to write to</source>
        <translation>Choisir le dossier de destination</translation>
    </message>
    <message>
        <source>&amp;Replace existing files</source>
        <translation>&amp;Remplacer les fichiers existants</translation>
    </message>
    <message>
        <source>Replace existing files</source>
        <translation>Remplacer les fichiers existants</translation>
    </message>
    <message>
        <source>Without it, files that exist are kept and nothing is exported</source>
        <translation>Sinon, les fichiers existants sont gardés et rien n’est exporté</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Show the written files</source>
        <translation>Afficher les fichiers écrits</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close without writing more (Esc)</source>
        <translation>Fermer sans rien écrire de plus (Échap)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exporter</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Another file has this name.</source>
        <translation>Un autre fichier a ce nom.</translation>
    </message>
    <message>
        <source>Exists and is replaced.</source>
        <translation>Existe et sera remplacé.</translation>
    </message>
    <message>
        <source>Exists.</source>
        <translation>Existe.</translation>
    </message>
    <message>
        <source>Choose a folder first.</source>
        <translation>Choisir d’abord un dossier.</translation>
    </message>
    <message>
        <source>Choose at least one file.</source>
        <translation>Choisir au moins un fichier.</translation>
    </message>
    <message>
        <source>Two files have the same name.</source>
        <translation>Deux fichiers ont le même nom.</translation>
    </message>
    <message numerus="yes">
        <source>%n files exist: %1</source>
        <translation>
            <numerusform>%n fichier existe&#xa0;: %1</numerusform>
            <numerusform>%n fichiers existent&#xa0;: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the chosen files</source>
        <translation>Écrire les fichiers choisis</translation>
    </message>
    <message numerus="yes">
        <source>Writing %n files…</source>
        <translation>
            <numerusform>Écriture de %n fichier…</numerusform>
            <numerusform>Écriture de %n fichiers…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are in %1.</source>
        <translation>
            <numerusform>%n fichier est dans %1.</numerusform>
            <numerusform>%n fichiers sont dans %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files could not be written.</source>
        <translation>
            <numerusform>%n fichier n’a pas pu être écrit.</numerusform>
            <numerusform>%n fichiers n’ont pas pu être écrits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latticeq::ui::FiguresModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>B against A</source>
        <translation>B vs A</translation>
    </message>
    <message>
        <source>%1 layer</source>
        <translation>%1 couche</translation>
    </message>
    <message>
        <source>%1 channel %2</source>
        <translation>%1 canal %2</translation>
    </message>
    <message>
        <source>Cubic error</source>
        <translation>Erreur cubique</translation>
    </message>
    <message>
        <source>Sum of |error|³ over the vectors shown by the figures; ◂ marks the smaller one.</source>
        <translation>Somme des |erreur|³ sur les vecteurs que comptent les chiffres&#x202f;; ◂ marque la plus petite.</translation>
    </message>
    <message>
        <source>vs scalar</source>
        <translation>vs scalaire</translation>
    </message>
    <message>
        <source>Cubic error against the scalar grid of the same bits on the same weights.</source>
        <translation>Erreur cubique par rapport à la grille scalaire de mêmes bits sur les mêmes poids.</translation>
    </message>
    <message>
        <source>Effective bits</source>
        <translation>Bits eff.</translation>
    </message>
    <message>
        <source>Stored bits per weight of the layer: coordinates, basis codes and scales.</source>
        <translation>Bits stockés par poids de la couche&#xa0;: coordonnées, codes des bases et échelles.</translation>
    </message>
    <message>
        <source>Overloaded</source>
        <translation>Saturés</translation>
    </message>
    <message>
        <source>Vectors whose nearest point lies outside the coordinate box and is clamped to it.</source>
        <translation>Vecteurs dont le point le plus proche est hors de la boîte des coordonnées et y est ramené.</translation>
    </message>
    <message>
        <source>Cell |det B|</source>
        <translation>|det B|</translation>
    </message>
    <message>
        <source>Volume of one cell: smaller is finer.</source>
        <translation>Volume d’une cellule&#xa0;: plus petit, plus fin.</translation>
    </message>
    <message>
        <source>Orth. defect</source>
        <translation>Déf. orth.</translation>
    </message>
    <message>
        <source>Product of the basis vectors&apos; lengths by the cell&apos;s volume; 1 for right angles.</source>
        <translation>Produit des longueurs des vecteurs de base divisé par le volume de la cellule&#x202f;; 1 pour des angles droits.</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>Densité</translation>
    </message>
    <message>
        <source>Share of space filled by the largest equal balls around the points.</source>
        <translation>Part de l’espace remplie par les plus grandes boules égales autour des points.</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condit.</translation>
    </message>
    <message>
        <source>Largest by smallest stretch of the basis; 1 for a grid of cubes.</source>
        <translation>Plus grand étirement de la base divisé par le plus petit&#x202f;; 1 pour une grille de cubes.</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::LatticePanels</name>
    <message>
        <source>This run</source>
        <translation>Actuelle</translation>
    </message>
    <message>
        <source>Scalar grid</source>
        <translation>Grille scalaire</translation>
    </message>
    <message>
        <source>%1: %2, all channels, W%3</source>
        <translation>%1&#xa0;: %2, tous les canaux, W%3</translation>
    </message>
    <message>
        <source>%1: %2, channel %3, W%4</source>
        <translation>%1&#xa0;: %2, canal %3, W%4</translation>
    </message>
    <message>
        <source>%1 stays at full precision, so it has no lattice.</source>
        <translation>%1 reste en pleine précision et n’a donc pas de réseau.</translation>
    </message>
    <message>
        <source>The selected layer’s lattice and the scalar grid appear here once its search has a first result.</source>
        <translation>Le réseau de la couche sélectionnée et la grille scalaire apparaissent ici dès le premier résultat de sa recherche.</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::LatticePlot</name>
    <message>
        <source>weights in each of 64 bins</source>
        <translation>poids dans chacune des 64 classes</translation>
    </message>
    <message>
        <source>along b₁: %1</source>
        <comment>direction and unit</comment>
        <translation>le long de b₁&#xa0;: %1</translation>
    </message>
    <message>
        <source>across b₁, towards b₂</source>
        <translation>perpendiculaire à b₁, vers b₂</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::LatticeSwitches</name>
    <message>
        <source>Used</source>
        <translation>Utilisés</translation>
    </message>
    <message>
        <source>Lattice points that a weight is rounded to.</source>
        <translation>Points du réseau auxquels un poids est arrondi.</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Inutilisés</translation>
    </message>
    <message>
        <source>Lattice points of the coordinate box that no weight uses (U).</source>
        <translation>Points du réseau dans la boîte des coordonnées qu’aucun poids n’utilise (U).</translation>
    </message>
    <message>
        <source>Error 0 to %1</source>
        <translation>Erreur de 0 à %1</translation>
    </message>
    <message>
        <source>The weights, paler where their cubic error is small; the scale ends at the 99th percentile of both panels and is spaced by cube roots.</source>
        <translation>Les poids, plus pâles là où leur erreur cubique est petite&#x202f;; l’échelle s’arrête au 99ᵉ centile des deux panneaux et suit la racine cubique.</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>Résidus</translation>
    </message>
    <message>
        <source>Lines from each weight to the point it is rounded to (R).</source>
        <translation>Traits de chaque poids au point auquel il est arrondi (R).</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Cellules</translation>
    </message>
    <message>
        <source>What each lattice point takes in (C): by the nearest-plane method, or by true distance.</source>
        <translation>Ce que chaque point du réseau recueille (C)&#xa0;: par la méthode du plan le plus proche, ou selon la vraie distance.</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>The basis vectors, stretched by the factor written beside them.</source>
        <translation>Les vecteurs de base, étirés du facteur écrit à côté.</translation>
    </message>
    <message>
        <source>Overload</source>
        <translation>Saturation</translation>
    </message>
    <message>
        <source>What the coordinate box does not reach, tinted, with its weights as crosses (O). The box is not centred: at 4 bits coordinates run from −7 to 8.</source>
        <translation>Ce que la boîte des coordonnées n’atteint pas, teinté, avec ses poids en croix (O). La boîte n’est pas centrée&#xa0;: à 4&#xa0;bits, les coordonnées vont de −7 à 8.</translation>
    </message>
    <message>
        <source>Ghost</source>
        <translation>Fantôme</translation>
    </message>
    <message>
        <source>The other panel’s box, dashed (G).</source>
        <translation>La boîte de l’autre panneau, en tirets (G).</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Nearest-plane cells</source>
        <translation>Cellules du plan le plus proche</translation>
    </message>
    <message>
        <source>Voronoi cells</source>
        <translation>Cellules de Voronoï</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::LatticeView</name>
    <message>
        <source>%1 and %2 dimensions, not linked</source>
        <translation>%1 et %2&#xa0;dimensions, non liés</translation>
    </message>
    <message>
        <source>In space the point of a weight appears when the weight is hovered.</source>
        <translation>Dans l’espace, le point d’un poids apparaît au survol du poids.</translation>
    </message>
    <message>
        <source>Thousands of unused points would hide the weights in space; Sheets (S) shows them.</source>
        <translation>Dans l’espace, des milliers de points inutilisés cacheraient les poids&#x202f;; Feuillets (S) les montre.</translation>
    </message>
    <message>
        <source>In one dimension all levels are drawn.</source>
        <translation>En une dimension, tous les niveaux sont tracés.</translation>
    </message>
    <message>
        <source>Cells are drawn in the plane: choose Sheets (S).</source>
        <translation>Les cellules se tracent dans le plan&#xa0;: choisir Feuillets (S).</translation>
    </message>
    <message>
        <source>In one dimension the distance of the levels is the basis.</source>
        <translation>En une dimension, la base est l’écart entre les niveaux.</translation>
    </message>
    <message>
        <source>The other panel’s box is drawn in the plane and in space only.</source>
        <translation>La boîte de l’autre panneau n’est tracée que dans le plan et dans l’espace.</translation>
    </message>
    <message>
        <source>Point at a weight to read it, click to keep it. Wheel zooms, dragging turns or moves.</source>
        <translation>Survoler un poids pour le lire, cliquer pour le garder. La molette zoome, glisser tourne ou déplace.</translation>
    </message>
    <message>
        <source>Lattices of panels A and B</source>
        <translation>Réseaux des panneaux A et B</translation>
    </message>
    <message>
        <source>Weight under the cursor</source>
        <translation>Poids sous le curseur</translation>
    </message>
    <message>
        <source>Figures of both lattices</source>
        <translation>Chiffres des deux réseaux</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::LayerDelegate</name>
    <message>
        <source>Bits of %1</source>
        <translation>Bits de %1</translation>
    </message>
    <message>
        <source>full precision</source>
        <translation>pleine précision</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::LayersBar</name>
    <message numerus="yes">
        <source>%1 of %n layers</source>
        <translation>
            <numerusform>%1 sur %n couche</numerusform>
            <numerusform>%1 sur %n couches</numerusform>
        </translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation>1 couche</translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n couche</numerusform>
            <numerusform>%n couches</numerusform>
        </translation>
    </message>
    <message>
        <source>The current layer %1 is not among them.</source>
        <translation>La couche courante %1 n’en fait pas partie.</translation>
    </message>
    <message>
        <source>order fixed while running</source>
        <translation>ordre figé pendant l’exécution</translation>
    </message>
    <message>
        <source>Following the search (F)</source>
        <translation>Suit la recherche (F)</translation>
    </message>
    <message>
        <source>Follow again (F)</source>
        <translation>Suivre à nouveau (F)</translation>
    </message>
    <message>
        <source>Makes the layer that is being searched the current one, until you select another.</source>
        <translation>Rend courante la couche en cours de recherche, jusqu’à ce qu’une autre soit sélectionnée.</translation>
    </message>
    <message>
        <source>Follow the search again</source>
        <translation>Suivre à nouveau la recherche</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Shows only layers whose name contains this text (Ctrl+F).</source>
        <translation>N’affiche que les couches dont le nom contient ce texte (Ctrl+F).</translation>
    </message>
    <message>
        <source>Filter layers by name</source>
        <translation>Filtrer les couches par nom</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Chooses the columns of the table.</source>
        <translation>Choisit les colonnes du tableau.</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>Colonnes du tableau</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::LayersModel</name>
    <message>
        <source>%1 ×%2</source>
        <comment>title and power of ten</comment>
        <translation>%1 ×%2</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::LayersView</name>
    <message>
        <source>The network&apos;s layers appear here as soon as the model is known.</source>
        <translation>Les couches du modèle apparaissent ici dès que celui-ci est connu.</translation>
    </message>
    <message>
        <source>No layer contains &apos;%1&apos;. %2</source>
        <comment>the second is the link &apos;Clear filter&apos;</comment>
        <translation>Aucune couche ne contient «&#xa0;%1&#xa0;». %2</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::LogModel</name>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::LogView</name>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 ligne</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 avertissement</translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n avertissement</numerusform>
            <numerusform>%n avertissements</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>lines, warnings</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>What a run has to say appears here: its steps, and where it deviates from what was asked.</source>
        <translation>Ce qu’une exécution a à dire apparaît ici&#xa0;: ses étapes, et là où elle s’écarte de ce qui est demandé.</translation>
    </message>
    <message>
        <source>No warnings. %1</source>
        <comment>the link &apos;Show all lines&apos;</comment>
        <translation>Aucun avertissement. %1</translation>
    </message>
    <message>
        <source>Show all lines</source>
        <translation>Afficher toutes les lignes</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Toutes les lignes</translation>
    </message>
    <message>
        <source>Warnings only</source>
        <translation>Avertissements seuls</translation>
    </message>
    <message>
        <source>Lines shown</source>
        <translation>Lignes affichées</translation>
    </message>
    <message>
        <source>Shows all lines of the log or its warnings only.</source>
        <translation>Affiche toutes les lignes du journal ou seulement ses avertissements.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::MainWindow</name>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Lattices</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>Convergence</source>
        <translation>Convergence</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Distribution</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>Last settings</source>
        <translation>Derniers réglages</translation>
    </message>
    <message>
        <source>The last settings could not be read; the demo&apos;s are shown.</source>
        <translation>Impossible de lire les derniers réglages&#x202f;; ceux de la démo sont affichés.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Ouvrir %1</translation>
    </message>
    <message>
        <source>Open weights</source>
        <translation>Ouvrir des poids</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>Ouvrir des données</translation>
    </message>
    <message>
        <source>LatticeQ Explorer</source>
        <translation>LatticeQ Explorer</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>progress, program</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>A run is at layer %1 of %2. Finished layers are kept.</source>
        <translation>Une exécution en est à la couche %1 sur %2. Les couches terminées sont conservées.</translation>
    </message>
    <message>
        <source>A run is at “%1”. Finished layers are kept.</source>
        <translation>Une exécution en est à «&#xa0;%1&#xa0;». Les couches terminées sont conservées.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Arrêter et fermer</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Open checkpoint</source>
        <translation>Ouvrir un point de contrôle</translation>
    </message>
    <message>
        <source>Checkpoints (*.pth *.pt *.safetensors)</source>
        <translation>Points de contrôle (*.pth *.pt *.safetensors)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Open run folder</source>
        <translation>Ouvrir un dossier d’exécution</translation>
    </message>
    <message>
        <source>Choose the folder of images</source>
        <translation>Choisir le dossier des images</translation>
    </message>
    <message>
        <source>Choose the folder for new runs</source>
        <translation>Choisir le dossier des nouvelles exécutions</translation>
    </message>
    <message>
        <source>%1 holds a run that was stopped.</source>
        <translation>%1 contient une exécution arrêtée.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>The command is on the clipboard.</source>
        <translation>La commande est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>About LatticeQ Explorer</source>
        <translation>À propos de LatticeQ Explorer</translation>
    </message>
    <message>
        <source>LatticeQ Explorer %1

Makes a convolutional network small by lattice quantization, and shows what that does to every layer. After LatticeQ (Metz et al., DATE 2023).

GPL-3.0-or-later. Built with Qt, QCustomPlot and LibTorch.</source>
        <translation>LatticeQ Explorer %1

Réduit un réseau de neurones convolutif par quantification sur des réseaux (lattices), et montre ce que cela fait à chaque couche. D’après LatticeQ (Metz et al., DATE 2023).

GPL-3.0-or-later. Construit avec Qt, QCustomPlot et LibTorch.</translation>
    </message>
    <message>
        <source>Show its lattice</source>
        <translation>Afficher son réseau</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Enregistrer ailleurs…</translation>
    </message>
    <message>
        <source>Use settings of %1</source>
        <translation>Reprendre les réglages de %1</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Prendre %1</translation>
    </message>
    <message>
        <source>Use the checkpoint&apos;s network</source>
        <translation>Prendre le réseau du point de contrôle</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>Compromis</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::ModelGroup</name>
    <message>
        <source>Network</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>A checkpoint of this network, .pth or .safetensors. Left empty: the network&apos;s usual file, the bundled one or torchvision&apos;s in the torch cache. Nothing is downloaded.</source>
        <translation>Un point de contrôle de ce modèle, .pth ou .safetensors. Vide&#xa0;: le fichier habituel du modèle, celui fourni ou celui de torchvision dans le cache de torch. Rien n’est téléchargé.</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Habituels</translation>
    </message>
    <message>
        <source>Choose a checkpoint</source>
        <translation>Choisir un point de contrôle</translation>
    </message>
    <message>
        <source>Checkpoints (*.pth *.safetensors);;All files (*)</source>
        <translation>Points de contrôle (*.pth *.safetensors);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>network, weights file</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>TorchScript file…</source>
        <translation>Fichier TorchScript…</translation>
    </message>
    <message>
        <source>The network to quantize: a built-in architecture, or your own one saved as TorchScript. Choosing another one clears the weights file and the bits of single layers, which belong to the one before.</source>
        <translation>Le réseau à quantifier&#xa0;: une architecture intégrée, ou le vôtre enregistré en TorchScript. En choisir un autre efface le fichier de poids et les bits de couches isolées, qui appartiennent au précédent.</translation>
    </message>
    <message>
        <source>A TorchScript file has its own weights.</source>
        <translation>Un fichier TorchScript a ses propres poids.</translation>
    </message>
    <message>
        <source>Choose a TorchScript file</source>
        <translation>Choisir un fichier TorchScript</translation>
    </message>
    <message>
        <source>TorchScript modules (*.pt *.pth);;All files (*)</source>
        <translation>Modules TorchScript (*.pt *.pth);;Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::PathField</name>
    <message>
        <source>…</source>
        <comment>browse</comment>
        <translation>…</translation>
    </message>
    <message>
        <source>Chooses a file.</source>
        <translation>Choisit un fichier.</translation>
    </message>
    <message>
        <source>Chooses a folder.</source>
        <translation>Choisit un dossier.</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::PreparationGroup</name>
    <message>
        <source>Image size</source>
        <translation>Taille d’image</translation>
    </message>
    <message>
        <source>Height and width that the network sees, in pixels. A built-in network knows its own; a TorchScript file is taken to expect 224, or the size of an IDX or CIFAR set.</source>
        <translation>Hauteur et largeur que voit le réseau, en pixels. Un réseau intégré connaît les siennes&#xa0;; pour un fichier TorchScript, 224 est supposé, ou la taille d’un jeu IDX ou CIFAR.</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Habituels</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Resized to</source>
        <translation>Redimensionné à</translation>
    </message>
    <message>
        <source>Shorter side to which an image file is resized before its centre is cropped, in pixels. Usual: 256 for 224.</source>
        <translation>Petit côté auquel un fichier d’image est redimensionné avant que son centre soit découpé, en pixels. Usuel&#xa0;: 256 pour 224.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Mean of each channel that is subtracted from pixels between 0 and 1, separated by commas. Left empty: the network&apos;s own, ImageNet&apos;s for a TorchScript file with three channels.</source>
        <translation>Moyenne de chaque canal, soustraite de pixels entre 0 et 1, séparées par des virgules. Laissé vide&#xa0;: celles du réseau, celles d’ImageNet pour un fichier TorchScript à trois canaux.</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Écart type</translation>
    </message>
    <message>
        <source>Standard deviation of each channel that the difference is divided by, separated by commas.</source>
        <translation>Écart type de chaque canal, par lequel la différence est divisée, séparés par des virgules.</translation>
    </message>
    <message>
        <source>Image preparation</source>
        <translation>Préparation des images</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>usuelle</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifiée</translation>
    </message>
    <message>
        <source>%1 × %1 pixels</source>
        <translation>%1 × %1 pixels</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::PresetBar</name>
    <message>
        <source>Demo</source>
        <translation>Démo</translation>
    </message>
    <message>
        <source>W4A8B8, quick</source>
        <translation>W4A8B8, rapide</translation>
    </message>
    <message>
        <source>W4A8B8, full</source>
        <translation>W4A8B8, complet</translation>
    </message>
    <message>
        <source>Preset %1</source>
        <translation>Préréglage %1</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Personnalisé</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>Enregistrer comme préréglage</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Nom du préréglage&#xa0;:</translation>
    </message>
    <message>
        <source>Replace the preset %1?</source>
        <translation>Remplacer le préréglage %1&#x202f;?</translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation>Renommer le préréglage</translation>
    </message>
    <message>
        <source>New name:</source>
        <translation>Nouveau nom&#xa0;:</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>Supprimer le préréglage</translation>
    </message>
    <message>
        <source>Delete the preset %1?</source>
        <translation>Supprimer le préréglage %1&#x202f;?</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>&lt;qt&gt;&lt;p&gt;Sets everything at once but device and threads. Any other edit makes it Custom.&lt;/p&gt;&lt;p&gt;&lt;code&gt;--preset demo&lt;/code&gt;&lt;/p&gt;&lt;/qt&gt;</source>
        <translation>&lt;qt&gt;&lt;p&gt;Règle tout d’un coup, sauf le processeur et les threads. Toute autre modification le rend Personnalisé.&lt;/p&gt;&lt;p&gt;&lt;code&gt;--preset demo&lt;/code&gt;&lt;/p&gt;&lt;/qt&gt;</translation>
    </message>
    <message>
        <source>⋯</source>
        <comment>menu of presets</comment>
        <translation>⋯</translation>
    </message>
    <message>
        <source>Own presets</source>
        <translation>Préréglages personnels</translation>
    </message>
    <message>
        <source>Saves these settings as a preset of your own, renames or deletes one.</source>
        <translation>Enregistre ces réglages comme préréglage personnel, en renomme ou en supprime un.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Most accurate, W4A8B8</source>
        <translation>Le plus exact, W4A8B8</translation>
    </message>
    <message>
        <source>Smallest, one point lost</source>
        <translation>Le plus petit, un point perdu</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::RunBar</name>
    <message>
        <source>%1 · layer %2 of %3 · %4</source>
        <translation>%1 · couche %2 sur %3 · %4</translation>
    </message>
    <message>
        <source>Run bar</source>
        <translation>Barre d’exécution</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lancer</translation>
    </message>
    <message>
        <source>Quantize the network with these settings (Ctrl+R). The earlier result stays in Runs.</source>
        <translation>Quantifier le modèle avec ces réglages (Ctrl+R). Le résultat précédent reste dans Exécutions.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Hold the run; Resume goes on where it was (Ctrl+Shift+R)</source>
        <translation>Suspendre l’exécution&#x202f;; Reprendre continue où elle en était (Ctrl+Maj+R)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>End the run; finished layers are kept and it can be resumed (Shift+F5)</source>
        <translation>Mettre fin à l’exécution&#x202f;; les couches terminées sont conservées et elle peut être reprise (Maj+F5)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Write checkpoints, tables, plots and a report of this run (Ctrl+E)</source>
        <translation>Écrire points de contrôle, tableaux, graphiques et rapport de cette exécution (Ctrl+E)</translation>
    </message>
    <message>
        <source>Top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>Top-1 accuracy</source>
        <translation>Précision top-1</translation>
    </message>
    <message>
        <source>Packed size</source>
        <translation>Taille compacte</translation>
    </message>
    <message>
        <source>Effective bits per weight, bases and scales included</source>
        <translation>Bits effectifs par poids, bases et échelles comprises</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Avancement de l’exécution</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Paused · %1</source>
        <translation>En pause · %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>estimating</source>
        <translation>estimation en cours</translation>
    </message>
    <message>
        <source>Ready: %1 · %2 · %3</source>
        <translation>Prêt&#xa0;: %1 · %2 · %3</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêtée</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échouée</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>state, run, settings</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>FP32</source>
        <translation>FP32</translation>
    </message>
    <message>
        <source>Packed checkpoint: %1 bytes; at full precision %2</source>
        <translation>Point de contrôle compact&#xa0;: %1&#xa0;octets&#x202f;; en pleine précision %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>progress, layer or phase</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>En pause à %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>seed, phase</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n layer(s) measured</source>
        <comment>phase</comment>
        <translation>
            <numerusform>%1 · %n couche mesurée</numerusform>
            <numerusform>%1 · %n couches mesurées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latticeq::ui::RunController</name>
    <message>
        <source>%1 · seed %2</source>
        <translation>%1 · graine %2</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::RunDatabase</name>
    <message>
        <source>The list of runs could not be used: %1.</source>
        <translation>Impossible d’utiliser la liste des exécutions&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::RunLibrary</name>
    <message>
        <source>The lattices of %1 cannot be shown: %2</source>
        <translation>Impossible d’afficher les réseaux de %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::RunsActions</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pin or unpin</source>
        <translation>Épingler ou détacher</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Modifier la note</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Copier les lignes</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Afficher le dossier</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::RunsModel</name>
    <message>
        <source>Folder is gone</source>
        <translation>Dossier disparu</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêtée</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échouée</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>Pinned as the reference of every difference. Space takes the pin away.</source>
        <translation>Épinglée comme référence de toutes les différences. Espace retire l’épingle.</translation>
    </message>
    <message>
        <source>Pinned for comparison. Space takes the pin away.</source>
        <translation>Épinglée pour la comparaison. Espace retire l’épingle.</translation>
    </message>
    <message>
        <source>Space pins the run to compare it.</source>
        <translation>Espace épingle l’exécution pour la comparer.</translation>
    </message>
    <message>
        <source>95 % interval: %1 to %2. Full precision: %3.</source>
        <translation>Intervalle à 95&#xa0;%&#xa0;: de %1 à %2. Pleine précision&#xa0;: %3.</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1&#xa0;octets</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Épinglée</translation>
    </message>
    <message>
        <source>Not pinned</source>
        <translation>Non épinglée</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Épingle</translation>
    </message>
    <message>
        <source>Pinned runs are compared; the first is the reference (★)</source>
        <translation>Les exécutions épinglées sont comparées&#x202f;; la première est la référence (★)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>The run&apos;s name; F2 changes it</source>
        <translation>Le nom de l’exécution&#x202f;; F2 le modifie</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>The network that was quantized</source>
        <translation>Le modèle qui a été quantifié</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Bits of weights (W), activations (A) and bases (B); search steps × restarts</source>
        <translation>Bits des poids (W), des activations (A) et des bases (B)&#x202f;; pas × relances de la recherche</translation>
    </message>
    <message>
        <source>Top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>Images whose first guess is right, after quantization</source>
        <translation>Images dont la première réponse est juste, après la quantification</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Size of the packed checkpoint, in 10⁶ bytes</source>
        <translation>Taille du point de contrôle compact, en 10⁶ octets</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>Effective bits per weight, bases and scales included</source>
        <translation>Bits effectifs par poids, bases et échelles comprises</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>How long the run took</source>
        <translation>Combien de temps l’exécution a pris</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>When the run began</source>
        <translation>Quand l’exécution a commencé</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>How the run ended, and whether its folder is still there</source>
        <translation>Comment l’exécution s’est terminée, et si son dossier est encore là</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Your own note; F2 on it changes it</source>
        <translation>Note personnelle&#x202f;; F2 dessus la modifie</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>What the run was computed on</source>
        <translation>Ce qui a calculé l’exécution</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::RunsView</name>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n exécution</numerusform>
            <numerusform>%n exécutions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n runs</source>
        <translation>
            <numerusform>%1 sur %n exécution</numerusform>
            <numerusform>%1 sur %n exécutions</numerusform>
        </translation>
    </message>
    <message>
        <source>No runs yet. Every run is kept here with settings and results.</source>
        <translation>Aucune exécution pour l’instant. Chaque exécution est conservée ici avec ses réglages et ses résultats.</translation>
    </message>
    <message>
        <source>No run contains “%1”. &lt;a href=&quot;#clear&quot;&gt;Clear search&lt;/a&gt;</source>
        <translation>Aucune exécution ne contient «&#xa0;%1&#xa0;». &lt;a href=&quot;#clear&quot;&gt;Effacer la recherche&lt;/a&gt;</translation>
    </message>
    <message>
        <source>The folder of “%1” is gone: %2. It may have been moved; open it where it is now.</source>
        <translation>Le dossier de «&#xa0;%1&#xa0;» a disparu&#xa0;: %2. Il a peut-être été déplacé&#x202f;; l’ouvrir là où il est maintenant.</translation>
    </message>
    <message>
        <source>“%1” cannot be compared: its folder is gone.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être comparée&#xa0;: son dossier a disparu.</translation>
    </message>
    <message>
        <source>“%1” cannot be compared: it is not finished.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être comparée&#xa0;: elle n’est pas terminée.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n runs can be pinned; unpin one first.</source>
        <translation>
            <numerusform>%n exécution au plus peut être épinglée&#x202f;; la détacher d’abord.</numerusform>
            <numerusform>%n exécutions au plus peuvent être épinglées&#x202f;; en détacher une d’abord.</numerusform>
        </translation>
    </message>
    <message>
        <source>A run that is going on cannot be deleted. Stop it first.</source>
        <translation>Une exécution en cours ne peut pas être supprimée. L’arrêter d’abord.</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>Chercher des exécutions</translation>
    </message>
    <message>
        <source>Shows runs whose name, note, model, settings, date or folder holds every word (Ctrl+F)</source>
        <translation>Affiche les exécutions dont le nom, la note, le modèle, les réglages, la date ou le dossier contient chaque mot (Ctrl+F)</translation>
    </message>
    <message>
        <source>Open run folder…</source>
        <translation>Ouvrir un dossier d’exécution…</translation>
    </message>
    <message>
        <source>Open run folder</source>
        <translation>Ouvrir un dossier d’exécution</translation>
    </message>
    <message>
        <source>Adds a run that the command line made, or one whose folder was moved</source>
        <translation>Ajoute une exécution faite en ligne de commande, ou dont le dossier a été déplacé</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Exécutions</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::SearchGroup</name>
    <message>
        <source>Random</source>
        <translation>Aléatoire</translation>
    </message>
    <message>
        <source>Refined</source>
        <translation>Affinée</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pas</translation>
    </message>
    <message>
        <source>The search of scalar vectors has a fixed length.</source>
        <translation>La recherche de vecteurs scalaires a une longueur fixe.</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Relances</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Where the random numbers start. The same seed gives the same bytes on any machine and any number of threads; another one shows how much is luck.</source>
        <translation>Où commencent les nombres aléatoires. La même graine donne les mêmes octets sur toute machine et tout nombre de threads&#x202f;; une autre montre la part du hasard.</translation>
    </message>
    <message>
        <source>Time budget</source>
        <translation>Budget de temps</translation>
    </message>
    <message>
        <source>Ends the search after this many minutes with the best bases so far; 0 is off. With a budget two runs may differ, since one may get further.</source>
        <translation>Termine la recherche après ce nombre de minutes avec les meilleures bases trouvées&#x202f;; 0 désactive. Avec un budget, deux exécutions peuvent différer, car l’une peut aller plus loin.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message numerus="yes">
        <source>random, %n restart(s)</source>
        <translation>
            <numerusform>aléatoire, %n relance</numerusform>
            <numerusform>aléatoire, %n relances</numerusform>
        </translation>
    </message>
    <message>
        <source>random, %1 × %2</source>
        <comment>steps, restarts</comment>
        <translation>aléatoire, %1 × %2</translation>
    </message>
    <message>
        <source>Random: the published search, which perturbs the best basis so far by shrinking noise. Refined: chooses the best lattice point near each vector, refits the basis to them and repeats, from several starts; a smaller error in about the same time.</source>
        <translation>Aléatoire&#xa0;: la recherche publiée, qui perturbe la meilleure base par un bruit décroissant. Affinée&#xa0;: choisit le meilleur point du réseau près de chaque vecteur, réajuste la base à ces points et recommence, depuis plusieurs départs&#xa0;; une erreur plus petite en un temps semblable.</translation>
    </message>
    <message>
        <source>Candidates of each of the nine noise levels. More: smaller error, proportionally more time. Linear and scalar layers have their own fixed number. The refined search takes about as long.</source>
        <translation>Candidates de chacun des neuf niveaux de bruit. Plus&#xa0;: erreur plus petite, temps proportionnel. Les couches linéaires et scalaires ont leur propre nombre fixe. La recherche affinée prend à peu près autant de temps.</translation>
    </message>
    <message>
        <source>Independent searches, of which each channel keeps the best. More: smaller error, proportionally more time. The refined search goes on for as long from its own starts.</source>
        <translation>Recherches indépendantes, dont chaque canal garde la meilleure. Plus&#xa0;: erreur plus petite, temps proportionnel. La recherche affinée continue aussi longtemps depuis ses propres départs.</translation>
    </message>
    <message>
        <source>refined, %1 × %2</source>
        <comment>steps, restarts</comment>
        <translation>affinée, %1 × %2</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Graines</translation>
    </message>
    <message>
        <source>Runs with this seed and the ones after it, one run after the other, each in a folder of its own: tells mean and standard deviation of the accuracy in the end. One run says nothing about luck.</source>
        <translation>Des exécutions avec cette graine et les suivantes, l’une après l’autre, chacune dans son dossier : indique à la fin la moyenne et l’écart type de l’exactitude. Une seule exécution ne dit rien du hasard.</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::SectionHeader</name>
    <message>
        <source>Closes this group.</source>
        <translation>Ferme ce groupe.</translation>
    </message>
    <message>
        <source>Opens this group.</source>
        <translation>Ouvre ce groupe.</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::SettingsForm</name>
    <message>
        <source>Editing the next run</source>
        <translation>Réglages de la prochaine exécution</translation>
    </message>
    <message>
        <source>The run that goes on keeps the settings that it started with.</source>
        <translation>L’exécution en cours garde les réglages avec lesquels elle a commencé.</translation>
    </message>
    <message>
        <source>Settings of the next run</source>
        <translation>Réglages de la prochaine exécution</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::SettingsGroup</name>
    <message>
        <source>%1: %2</source>
        <comment>a group and its setting</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::SettingsState</name>
    <message>
        <source>Bits of %1</source>
        <translation>Bits de %1</translation>
    </message>
    <message>
        <source>The weights file %1 does not exist.</source>
        <translation>Le fichier de poids %1 n’existe pas.</translation>
    </message>
    <message>
        <source>The data folder %1 does not exist.</source>
        <translation>Le dossier de données %1 n’existe pas.</translation>
    </message>
    <message>
        <source>Activations need calibration images: choose a data set, or leave activations unquantized.</source>
        <translation>Les activations ont besoin d’images de calibration&#xa0;: choisir un jeu de données, ou ne pas quantifier les activations.</translation>
    </message>
    <message>
        <source>The network %1 does not exist.</source>
        <translation>Le réseau %1 n’existe pas.</translation>
    </message>
    <message>
        <source>Choosing the layers&apos; bits needs calibration images: choose a data set, or the same bits in all layers.</source>
        <translation>Choisir les bits des couches demande des images de calibration : choisissez un jeu de données, ou les mêmes bits partout.</translation>
    </message>
    <message>
        <source>An accuracy to be kept needs images to measure it on: choose a data set.</source>
        <translation>Une exactitude à garder demande des images pour la mesurer : choisissez un jeu de données.</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::ShortcutSheet</name>
    <message>
        <source>Run</source>
        <translation>Exécution</translation>
    </message>
    <message>
        <source>Run, or resume a paused run</source>
        <translation>Lancer, ou reprendre après une pause</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Plan a new run</source>
        <translation>Préparer une nouvelle exécution</translation>
    </message>
    <message>
        <source>Use the shown run&apos;s settings</source>
        <translation>Reprendre les réglages affichés</translation>
    </message>
    <message>
        <source>Follow the search</source>
        <translation>Suivre la recherche</translation>
    </message>
    <message>
        <source>Files and settings</source>
        <translation>Fichiers et réglages</translation>
    </message>
    <message>
        <source>Open a checkpoint</source>
        <translation>Ouvrir un point de contrôle</translation>
    </message>
    <message>
        <source>Open a run folder</source>
        <translation>Ouvrir un dossier d’exécution</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Undo, redo a setting</source>
        <translation>Annuler, rétablir un réglage</translation>
    </message>
    <message>
        <source>Copy the settings as a command</source>
        <translation>Copier les réglages en commande</translation>
    </message>
    <message>
        <source>Copy rows or figures</source>
        <translation>Copier des lignes ou des chiffres</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Errors, Lattices, Compare</source>
        <translation>Erreurs, Réseaux, Comparaison</translation>
    </message>
    <message>
        <source>Settings, Layers, Runs</source>
        <translation>Réglages, Couches, Exécutions</translation>
    </message>
    <message>
        <source>Convergence, Accuracy</source>
        <translation>Convergence, Précision</translation>
    </message>
    <message>
        <source>Log, Distribution</source>
        <translation>Journal, Distribution</translation>
    </message>
    <message>
        <source>Next, previous area</source>
        <translation>Zone suivante, précédente</translation>
    </message>
    <message>
        <source>Stage alone and back</source>
        <translation>Zone centrale seule, puis retour</translation>
    </message>
    <message>
        <source>Layers and runs</source>
        <translation>Couches et exécutions</translation>
    </message>
    <message>
        <source>Previous, next layer</source>
        <translation>Couche précédente, suivante</translation>
    </message>
    <message>
        <source>Previous, next channel</source>
        <translation>Canal précédent, suivant</translation>
    </message>
    <message>
        <source>Filter the layers</source>
        <translation>Filtrer les couches</translation>
    </message>
    <message>
        <source>Show the layer&apos;s lattice; open the run</source>
        <translation>Voir le réseau&#x202f;; ouvrir l’exécution</translation>
    </message>
    <message>
        <source>Pin a run to compare it</source>
        <translation>Épingler pour comparer</translation>
    </message>
    <message>
        <source>Rename, delete a run</source>
        <translation>Renommer, supprimer une exécution</translation>
    </message>
    <message>
        <source>In a plot</source>
        <translation>Dans un graphique</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoomer</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Flèches</translation>
    </message>
    <message>
        <source>Pan, or turn by 5°</source>
        <translation>Déplacer, ou tourner de 5°</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Logarithmic or linear</source>
        <translation>Logarithmique ou linéaire</translation>
    </message>
    <message>
        <source>In Lattices</source>
        <translation>Dans Réseaux</translation>
    </message>
    <message>
        <source>Cells, unused points, residuals</source>
        <translation>Cellules, points inutilisés, résidus</translation>
    </message>
    <message>
        <source>Overload, ghost of the other panel</source>
        <translation>Saturation, fantôme de l’autre</translation>
    </message>
    <message>
        <source>Swap, link the panels</source>
        <translation>Échanger, lier les panneaux</translation>
    </message>
    <message>
        <source>Turn, Planes, Sheets (3 dimensions)</source>
        <translation>Rotation, Plans, Feuillets (n = 3)</translation>
    </message>
    <message>
        <source>Sheet above, below</source>
        <translation>Feuillet supérieur, inférieur</translation>
    </message>
    <message>
        <source>Free the pinned weight</source>
        <translation>Libérer le poids épinglé</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>Compromis</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::SizeScatter</name>
    <message>
        <source>full precision %1 %2 →</source>
        <comment>accuracy and size, to the right of the plot</comment>
        <translation>pleine précision %1 %2 →</translation>
    </message>
    <message>
        <source>full precision %1</source>
        <translation>pleine précision %1</translation>
    </message>
    <message>
        <source>%1: %2 in %3</source>
        <comment>a run&apos;s name, accuracy and packed size</comment>
        <translation>%1&#xa0;: %2 en %3</translation>
    </message>
    <message>
        <source>Top-1 (%) against packed size (MB)</source>
        <translation>Top-1 (%) selon la taille compacte (Mo)</translation>
    </message>
    <message>
        <source>Packed size (MB)</source>
        <translation>Taille compacte (Mo)</translation>
    </message>
    <message>
        <source>Top-1 (%)</source>
        <translation>Top-1 (%)</translation>
    </message>
    <message>
        <source>Accuracy against packed size</source>
        <translation>Précision selon la taille compacte</translation>
    </message>
    <message>
        <source>Every finished run of this model; double click opens one. + and − zoom, arrows pan, Home shows all.</source>
        <translation>Chaque exécution terminée de ce modèle&#x202f;; un double-clic en ouvre une. + et − zooment, les flèches déplacent, Début montre tout.</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::SourceRow</name>
    <message>
        <source>Lattice of panel %1</source>
        <translation>Réseau du panneau %1</translation>
    </message>
    <message>
        <source>Which lattice panel %1 shows: this run’s, the scalar grid of the same bits, or a pinned run’s.</source>
        <translation>Quel réseau montre le panneau %1&#xa0;: celui de cette exécution, la grille scalaire de mêmes bits, ou celui d’une exécution épinglée.</translation>
    </message>
    <message>
        <source>Layer of panel %1</source>
        <translation>Couche du panneau %1</translation>
    </message>
    <message>
        <source>The layer shown, in every view.</source>
        <translation>La couche affichée, dans toutes les vues.</translation>
    </message>
    <message>
        <source>Another layer to compare with; every other view keeps its own.</source>
        <translation>Une autre couche à comparer&#x202f;; toutes les autres vues gardent la leur.</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Échanger</translation>
    </message>
    <message>
        <source>Swap panels</source>
        <translation>Échanger les panneaux</translation>
    </message>
    <message>
        <source>Exchanges panels A and B (X).</source>
        <translation>Échange les panneaux A et B (X).</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Liés</translation>
    </message>
    <message>
        <source>Link panels</source>
        <translation>Lier les panneaux</translation>
    </message>
    <message>
        <source>Both panels share view, layer, channel, error colours and the lit weight (K).</source>
        <translation>Les deux panneaux partagent la vue, la couche, le canal, les couleurs d’erreur et le poids éclairé (K).</translation>
    </message>
    <message>
        <source>Same layer</source>
        <translation>Même couche</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number and name of a layer</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::TablePage</name>
    <message>
        <source>Copy rows</source>
        <translation>Copier les lignes</translation>
    </message>
    <message>
        <source>Copies the selected rows as text with tabs between the columns.</source>
        <translation>Copie les lignes sélectionnées comme texte, avec des tabulations entre les colonnes.</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::TradeOffModel</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1&#xa0;octets</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1, choisi</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>Divergence</source>
        <translation>Divergence</translation>
    </message>
    <message>
        <source>Top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>Size of the packed checkpoint with the best bits for that size.</source>
        <translation>Taille du point de contrôle compact avec les meilleurs bits pour cette taille.</translation>
    </message>
    <message>
        <source>Bits of a coordinate on average, of the layers whose bits are chosen.</source>
        <translation>Bits d’une coordonnée en moyenne, des couches dont les bits sont choisis.</translation>
    </message>
    <message>
        <source>What the layers&apos; roundings do to the class probabilities, in nats per image, each layer measured by itself and summed.</source>
        <translation>Ce que les arrondis des couches font aux probabilités des classes, en nats par image, chaque couche mesurée seule, puis la somme.</translation>
    </message>
    <message>
        <source>Accuracy of the whole network with these bits, where it was tried.</source>
        <translation>Exactitude du réseau entier avec ces bits, là où elle a été essayée.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::TradeOffPlot</name>
    <message numerus="yes">
        <source>Measuring how the output suffers from each layer: %n layer(s) done</source>
        <translation>
            <numerusform>Mesure combien la sortie souffre de chaque couche : %n couche faite</numerusform>
            <numerusform>Mesure combien la sortie souffre de chaque couche : %n couches faites</numerusform>
        </translation>
    </message>
    <message>
        <source>What a smaller file costs, once the layers have been measured.</source>
        <translation>Ce que coûte un fichier plus petit, une fois les couches mesurées.</translation>
    </message>
    <message>
        <source>What a smaller file costs, for runs that choose the bits of their layers: Weights, “Layers&apos; bits”.</source>
        <translation>Ce que coûte un fichier plus petit, pour les exécutions qui choisissent les bits de leurs couches : Poids, « Bits des couches ».</translation>
    </message>
    <message>
        <source>chosen: %1 bits a coordinate on average, at most %2 bytes</source>
        <translation>choisi : %1 bits par coordonnée en moyenne, %2 octets au plus</translation>
    </message>
    <message>
        <source>Divergence against packed size</source>
        <translation>Divergence selon la taille compacte</translation>
    </message>
    <message>
        <source>packed size (MB)</source>
        <translation>taille compacte (Mo)</translation>
    </message>
    <message>
        <source>divergence</source>
        <translation>divergence</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::TradeOffView</name>
    <message>
        <source>Trade-off between size and divergence</source>
        <translation>Compromis entre taille et divergence</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::WeightsGroup</name>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>Bits of a weight&apos;s coordinate. Fewer: smaller file, larger error; first and last layer stay at 8.</source>
        <translation>Bits d’une coordonnée de poids. Moins&#xa0;: fichier plus petit, erreur plus grande&#x202f;; la première et la dernière couche restent à 8.</translation>
    </message>
    <message>
        <source>Per channel</source>
        <translation>Par canal</translation>
    </message>
    <message>
        <source>Per layer</source>
        <translation>Par couche</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>One basis for every output channel, or one for the whole layer. Per layer: hardly any bits for bases, but a larger error.</source>
        <translation>Une base par canal de sortie, ou une pour toute la couche. Par couche&#xa0;: presque aucun bit pour les bases, mais une erreur plus grande.</translation>
    </message>
    <message>
        <source>Lattice</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Scalar</source>
        <translation>Scalaire</translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation>Vecteurs</translation>
    </message>
    <message>
        <source>Lattice: a few weights are rounded together. Scalar: every weight by itself, the usual quantization to compare with.</source>
        <translation>Réseau&#xa0;: quelques poids sont arrondis ensemble. Scalaire&#xa0;: chaque poids seul, la quantification usuelle à laquelle comparer.</translation>
    </message>
    <message>
        <source>1×1 group</source>
        <translation>Groupe 1×1</translation>
    </message>
    <message>
        <source>Weights per vector in 1×1 convolutions and linear layers; 3×3 kernels always take 3. More: smaller error, slower search and larger bases.</source>
        <translation>Poids par vecteur dans les convolutions 1×1 et les couches linéaires&#x202f;; les noyaux 3×3 en prennent toujours 3. Plus&#xa0;: erreur plus petite, recherche plus lente et bases plus grandes.</translation>
    </message>
    <message>
        <source>Scalar vectors hold one weight each.</source>
        <translation>Les vecteurs scalaires contiennent un seul poids.</translation>
    </message>
    <message>
        <source>Quantize bases</source>
        <translation>Quantifier les bases</translation>
    </message>
    <message>
        <source>Stores bases with few bits instead of 32. Every candidate is quantized before it is judged, so this costs little error.</source>
        <translation>Stocke les bases sur peu de bits au lieu de 32. Chaque candidate est quantifiée avant d’être jugée&#xa0;: l’erreur augmente peu.</translation>
    </message>
    <message>
        <source>Basis bits</source>
        <translation>Bits des bases</translation>
    </message>
    <message>
        <source>Bits of a basis entry. Fewer: smaller file, coarser choice of bases. Layers with few vectors per channel gain most.</source>
        <translation>Bits d’un coefficient de base. Moins&#xa0;: fichier plus petit, choix de bases plus grossier. Les couches à peu de vecteurs par canal y gagnent le plus.</translation>
    </message>
    <message>
        <source>Bases are not quantized.</source>
        <translation>Les bases ne sont pas quantifiées.</translation>
    </message>
    <message>
        <source>Bias correction</source>
        <translation>Correction de biais</translation>
    </message>
    <message>
        <source>Bit allocation</source>
        <translation>Allocation de bits</translation>
    </message>
    <message>
        <source>Moves bits from narrow to wide output channels at the same average. A channel may get none.</source>
        <translation>Déplace des bits des canaux de sortie étroits vers les larges, à moyenne égale. Un canal peut n’en recevoir aucun.</translation>
    </message>
    <message>
        <source>Bit allocation does nothing per layer: every channel keeps the layer&apos;s bits.</source>
        <translation>L’allocation de bits est sans effet par couche&#xa0;: chaque canal garde les bits de la couche.</translation>
    </message>
    <message>
        <source>Clear the bits of single layers</source>
        <translation>Effacer les bits propres aux couches</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) with their own bits</source>
        <translation>
            <numerusform>%n couche à bits propres</numerusform>
            <numerusform>%n couches à bits propres</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Takes the layers&apos; own bits away (--layer): all layers follow the settings above.</source>
        <translation>Retire les bits propres aux couches (--layer)&#xa0;: toutes suivent les réglages ci-dessus.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>scalar</source>
        <translation>scalaire</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>couche</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>canal</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>bits, granularity</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, bases %3</source>
        <comment>bits, granularity, bits of bases</comment>
        <translation>%1, %2, bases %3</translation>
    </message>
    <message>
        <source>8-bit scalar</source>
        <translation>Scalaire de 8 bits</translation>
    </message>
    <message>
        <source>Depthwise</source>
        <translation>En profondeur</translation>
    </message>
    <message>
        <source>Depthwise convolutions have few weights a channel, so a basis of their own costs more bits than the weights. As 8-bit scalars they take about 9 bits a weight with a smaller error.</source>
        <translation>Les convolutions en profondeur ont peu de poids par canal : une base propre coûte plus de bits que les poids. En scalaires de 8 bits, elles prennent environ 9 bits par poids avec une erreur plus petite.</translation>
    </message>
    <message>
        <source>Data-aware rounding</source>
        <translation>Arrondi guidé par les données</translation>
    </message>
    <message>
        <source>After the search, moves each layer&apos;s weights among the lattice points so that its output changes little on the calibration images, and refits the bases to that. Far more accurate at 2 and 3 bits; takes 1,024 calibration images.</source>
        <translation>Après la recherche, déplace les poids de chaque couche parmi les points du réseau pour que sa sortie change peu sur les images de calibrage, et y réajuste les bases. Bien plus exact à 2 et 3 bits&#xa0;; prend 1&#x202f;024 images de calibrage.</translation>
    </message>
    <message>
        <source>There is no data set to calibrate on.</source>
        <translation>Aucun jeu de données pour calibrer.</translation>
    </message>
    <message>
        <source>Gives every output channel its original mean and norm back, with two stored scales per channel. Helps most at few bits. With data-aware rounding only layers keep it where that leaves the smaller output error.</source>
        <translation>Rend à chaque canal de sortie sa moyenne et sa norme d’origine, avec deux échelles stockées par canal. Utile surtout à peu de bits. Avec l’arrondi guidé par les données, seules le gardent les couches où l’erreur de sortie en devient plus petite.</translation>
    </message>
    <message>
        <source>Every layer has its own bits, chosen by the limit.</source>
        <translation>Chaque couche a ses propres bits, choisis selon la limite.</translation>
    </message>
    <message>
        <source>The same in all</source>
        <translation>Les mêmes partout</translation>
    </message>
    <message>
        <source>By file size</source>
        <translation>Selon la taille</translation>
    </message>
    <message>
        <source>By accuracy lost</source>
        <translation>Selon la perte</translation>
    </message>
    <message>
        <source>By accuracy kept</source>
        <translation>Selon l’exactitude</translation>
    </message>
    <message>
        <source>Layers&apos; bits</source>
        <translation>Bits des couches</translation>
    </message>
    <message>
        <source>The same bits in all layers, or as many in each as suit it: measures how the output suffers from every layer and takes the bits that lose least in a file of a given size, or the fewest that keep an accuracy. Takes up to six trial runs for an accuracy.</source>
        <translation>Les mêmes bits dans toutes les couches, ou autant qu’il en faut à chacune : mesure combien la sortie souffre de chaque couche et prend les bits qui perdent le moins dans un fichier d’une taille donnée, ou le moins de bits qui gardent une exactitude. Pour une exactitude, jusqu’à six essais.</translation>
    </message>
    <message>
        <source>Most lost</source>
        <translation>Perte max.</translation>
    </message>
    <message>
        <source>Least kept</source>
        <translation>Minimum gardé</translation>
    </message>
    <message>
        <source>Largest file</source>
        <translation>Fichier max.</translation>
    </message>
    <message>
        <source>What the packed checkpoint may take in 10³ bytes; or the points of top-1 that may be lost, or the percentage that is to be kept, on the evaluated images.</source>
        <translation>Ce que le point de contrôle compact peut prendre, en 10³ octets ; ou les points de top-1 qui peuvent être perdus, ou le pourcentage à garder, sur les images évaluées.</translation>
    </message>
    <message>
        <source>All layers have the same bits.</source>
        <translation>Toutes les couches ont les mêmes bits.</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> kB</source>
        <translation> ko</translation>
    </message>
    <message>
        <source>The layers&apos; bits are chosen; channels then keep their layer&apos;s.</source>
        <translation>Les bits des couches sont choisis ; les canaux gardent alors ceux de leur couche.</translation>
    </message>
    <message>
        <source>chosen</source>
        <comment>bits</comment>
        <translation>choisis</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::WindowActions</name>
    <message>
        <source>Nothing was opened yet</source>
        <translation>Rien d’ouvert pour l’instant</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>Effacer cette liste</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>E&amp;xécution</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ai&amp;de</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Ouvrir un élément récent</translation>
    </message>
    <message>
        <source>Open checkpoint…</source>
        <translation>Ouvrir un point de contrôle…</translation>
    </message>
    <message>
        <source>Open run folder…</source>
        <translation>Ouvrir un dossier d’exécution…</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>Nouvelle fenêtre</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Undo setting</source>
        <translation>Annuler le réglage</translation>
    </message>
    <message>
        <source>Redo setting</source>
        <translation>Rétablir le réglage</translation>
    </message>
    <message>
        <source>Copy settings as command</source>
        <translation>Copier les réglages en commande</translation>
    </message>
    <message>
        <source>Find layer…</source>
        <translation>Chercher une couche…</translation>
    </message>
    <message>
        <source>Plan new run</source>
        <translation>Préparer une nouvelle exécution</translation>
    </message>
    <message>
        <source>Use this run&apos;s settings</source>
        <translation>Reprendre les réglages de cette exécution</translation>
    </message>
    <message>
        <source>Follow the search</source>
        <translation>Suivre la recherche</translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation>Couche précédente</translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation>Couche suivante</translation>
    </message>
    <message>
        <source>Previous channel</source>
        <translation>Canal précédent</translation>
    </message>
    <message>
        <source>Next channel</source>
        <translation>Canal suivant</translation>
    </message>
    <message>
        <source>Next area</source>
        <translation>Zone suivante</translation>
    </message>
    <message>
        <source>Previous area</source>
        <translation>Zone précédente</translation>
    </message>
    <message>
        <source>Stage alone</source>
        <translation>Zone centrale seule</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Rétablir la disposition</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>About LatticeQ Explorer</source>
        <translation>À propos de LatticeQ Explorer</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Lattices</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
</context>
<context>
    <name>latticeq::ui::WindowLayout</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Convergence</source>
        <translation>Convergence</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Distribution</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Exécutions</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>Compromis</translation>
    </message>
</context>
<context>
    <name>lattices</name>
    <message>
        <source>left tap %1</source>
        <translation>coefficient gauche %1</translation>
    </message>
    <message>
        <source>middle tap %1</source>
        <translation>coefficient central %1</translation>
    </message>
    <message>
        <source>right tap %1</source>
        <translation>coefficient droit %1</translation>
    </message>
    <message>
        <source>input channel 2k</source>
        <translation>canal d’entrée 2k</translation>
    </message>
    <message>
        <source>input channel 2k + 1</source>
        <translation>canal d’entrée 2k + 1</translation>
    </message>
    <message>
        <source>weight %1 of the vector</source>
        <translation>poids %1 du vecteur</translation>
    </message>
    <message>
        <source>weight ÷ %1 (largest of the layer)</source>
        <translation>poids ÷ %1 (le plus grand de la couche)</translation>
    </message>
    <message>
        <source>weight %1: %2 → c = %3 → %4, |error|³ %5, overloaded</source>
        <translation>poids %1&#xa0;: %2 → c = %3 → %4, |erreur|³ %5, saturé</translation>
    </message>
    <message>
        <source>weight %1: %2 → c = %3 → %4, |error|³ %5</source>
        <translation>poids %1&#xa0;: %2 → c = %3 → %4, |erreur|³ %5</translation>
    </message>
    <message>
        <source>Searching, best of %1 so far</source>
        <translation>Recherche en cours, meilleure de %1 jusqu’ici</translation>
    </message>
    <message>
        <source>%1 of %2 weights shown</source>
        <translation>%1 poids affichés sur %2</translation>
    </message>
    <message>
        <source>First 3 of %1 axes</source>
        <translation>3 premiers axes sur %1</translation>
    </message>
    <message>
        <source>%1 × %1 points; zoom in</source>
        <translation>%1 × %1 points&#x202f;; zoomer</translation>
    </message>
    <message>
        <source>Sheet c₃ = %1 holds %2 of %3 weights</source>
        <translation>Le feuillet c₃ = %1 contient %2 poids sur %3</translation>
    </message>
</context>
<context>
    <name>layers</name>
    <message>
        <source>#</source>
        <translation>nº</translation>
    </message>
    <message>
        <source>Place of the layer in the network.</source>
        <translation>Rang de la couche dans le modèle.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <source>Name of the layer in the model file.</source>
        <translation>Nom de la couche dans le fichier du modèle.</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Group dimension: how many consecutive weights one lattice point stands for.</source>
        <translation>Dimension de groupe&#xa0;: combien de poids consécutifs un point du réseau représente.</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>Bits of a coordinate. Fewer: smaller file, larger error. May be changed before a run. --layer NAME=bits</source>
        <translation>Bits d’une coordonnée. Moins&#xa0;: fichier plus petit, erreur plus grande. Modifiable avant une exécution. --layer NAME=bits</translation>
    </message>
    <message>
        <source>Effective</source>
        <translation>Effectifs</translation>
    </message>
    <message>
        <source>Bits stored for each weight, with bases and scales: coordinates alone are less.</source>
        <translation>Bits stockés par poids, bases et échelles comprises&#xa0;: les coordonnées seules en prennent moins.</translation>
    </message>
    <message>
        <source>Cubic error</source>
        <translation>Erreur cubique</translation>
    </message>
    <message>
        <source>Cubic error per weight of the normalised weights. The bar shows it, the tick the error of scalar rounding.</source>
        <translation>Erreur cubique par poids des poids normalisés. La barre la montre, le repère marque l’erreur de l’arrondi scalaire.</translation>
    </message>
    <message>
        <source>Scalar</source>
        <translation>Scalaire</translation>
    </message>
    <message>
        <source>Cubic error of the same search with single weights instead of groups.</source>
        <translation>Erreur cubique de la même recherche, poids par poids au lieu de groupes.</translation>
    </message>
    <message>
        <source>vs scalar</source>
        <translation>vs scalaire</translation>
    </message>
    <message>
        <source>What the lattice changes of the scalar cubic error; compare the effective bits.</source>
        <translation>Ce que le réseau change à l’erreur cubique scalaire&#x202f;; comparer les bits effectifs.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Best error against candidates tried, both on logarithmic scales; dashed: scalar rounding.</source>
        <translation>Meilleure erreur selon les candidates essayées, en échelles logarithmiques&#x202f;; en tirets&#xa0;: arrondi scalaire.</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Seconds that the layer&apos;s search took; while it goes on, the part of it done.</source>
        <translation>Secondes prises par la recherche de la couche&#x202f;; tant qu’elle dure, la part accomplie.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Kind of the layer.</source>
        <translation>Sorte de couche.</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Forme</translation>
    </message>
    <message>
        <source>Shape of the weight: output channels, input channels of one group, kernel height and width.</source>
        <translation>Forme des poids&#xa0;: canaux de sortie, canaux d’entrée d’un groupe, hauteur et largeur du noyau.</translation>
    </message>
    <message>
        <source>Bits A</source>
        <translation>Bits A</translation>
    </message>
    <message>
        <source>Bits of the layer&apos;s input activations.</source>
        <translation>Bits des activations d’entrée de la couche.</translation>
    </message>
    <message>
        <source>Granularity</source>
        <translation>Granularité</translation>
    </message>
    <message>
        <source>Whether each output channel has its own basis or the layer has one for all.</source>
        <translation>Si chaque canal de sortie a sa propre base ou si la couche en a une pour tous.</translation>
    </message>
    <message>
        <source>Basis bits</source>
        <translation>Bits des bases</translation>
    </message>
    <message>
        <source>Bits of each entry of a basis. Fewer: smaller bases, coarser choice. --bitsB</source>
        <translation>Bits de chaque coefficient d’une base. Moins&#xa0;: bases plus petites, choix plus grossier. --bitsB</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>EQM</translation>
    </message>
    <message>
        <source>Mean squared error of the exported weights, in their own scale.</source>
        <translation>Erreur quadratique moyenne des poids exportés, à leur propre échelle.</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>Signal to quantization noise ratio of the exported weights, in decibels.</source>
        <translation>Rapport du signal au bruit de quantification des poids exportés, en décibels.</translation>
    </message>
    <message>
        <source>Output error</source>
        <translation>Erreur de sortie</translation>
    </message>
    <message>
        <source>Mean squared difference of the layer&apos;s output with quantized weights alone, on the calibration images.</source>
        <translation>Écart quadratique moyen de la sortie de la couche, seuls les poids étant quantifiés, sur les images de calibration.</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Candidates</translation>
    </message>
    <message>
        <source>Candidate bases that each chain of the search tried.</source>
        <translation>Bases candidates essayées par chaque chaîne de recherche.</translation>
    </message>
    <message>
        <source>Divergence alone</source>
        <translation>Divergence seule</translation>
    </message>
    <message>
        <source>What this layer&apos;s bits alone do to the class probabilities, in nats per image; of runs that choose bits.</source>
        <translation>Ce que les bits de cette couche seule font aux probabilités des classes, en nats par image ; pour les exécutions qui choisissent les bits.</translation>
    </message>
    <message>
        <source>Top-1 alone</source>
        <translation>Top-1 seule</translation>
    </message>
    <message>
        <source>Accuracy on calibration images with only this layer quantized to its bits; of runs that choose bits.</source>
        <translation>Exactitude sur les images de calibration avec seulement cette couche quantifiée à ses bits ; pour les exécutions qui choisissent les bits.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Quantizes a convolutional network and shows what that does to every layer.</source>
        <translation>Quantifie un réseau de neurones convolutif et montre ce que cela fait à chaque couche.</translation>
    </message>
    <message>
        <source>A built-in network, a checkpoint or a run folder to open.</source>
        <translation>Un modèle intégré, un point de contrôle ou un dossier d’exécution à ouvrir.</translation>
    </message>
    <message>
        <source>Start the run at once.</source>
        <translation>Lancer l’exécution aussitôt.</translation>
    </message>
</context>
<context>
    <name>numbers</name>
    <message>
        <source>%1 pt</source>
        <comment>percentage points</comment>
        <translation>%1&#xa0;pt</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <comment>10^6 bytes</comment>
        <translation>%1&#xa0;Mo</translation>
    </message>
    <message>
        <source>about 1 s</source>
        <translation>environ 1&#xa0;s</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>environ %1&#xa0;s</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>environ %1&#xa0;min</translation>
    </message>
    <message>
        <source>about %1 h</source>
        <translation>environ %1&#xa0;h</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <comment>10^9 bytes</comment>
        <translation>%1&#xa0;Go</translation>
    </message>
</context>
<context>
    <name>runs</name>
    <message>
        <source>The list of runs cannot be kept in %1; runs of this session are listed until the window closes.</source>
        <translation>La liste des exécutions ne peut pas être conservée dans %1&#x202f;; celles de cette session restent listées jusqu’à la fermeture de la fenêtre.</translation>
    </message>
    <message>
        <source>The list of runs was damaged. It was kept as %1, and a new list was begun; run folders are untouched and can be opened again.</source>
        <translation>La liste des exécutions était endommagée. Elle a été conservée sous %1 et une nouvelle liste a été commencée&#x202f;; les dossiers d’exécution sont intacts et peuvent être rouverts.</translation>
    </message>
    <message>
        <source>A newer version of the program keeps the list of runs; here it can be read but not changed.</source>
        <translation>Une version plus récente du programme tient la liste des exécutions&#x202f;; ici, elle peut être lue mais pas modifiée.</translation>
    </message>
    <message>
        <source>The list of runs in %1 is read-only; new runs are not remembered.</source>
        <translation>La liste des exécutions dans %1 est en lecture seule&#x202f;; les nouvelles exécutions ne sont pas retenues.</translation>
    </message>
    <message>
        <source>%1 cannot be deleted.</source>
        <translation>Impossible de supprimer %1.</translation>
    </message>
    <message>
        <source>The folder of “%1” is gone: %2.</source>
        <translation>Le dossier de «&#xa0;%1&#xa0;» a disparu&#xa0;: %2.</translation>
    </message>
</context>
</TS>
