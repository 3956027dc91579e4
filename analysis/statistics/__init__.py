"""Numbers with their uncertainty: intervals, keyness, agreement, what was not seen, resampling.

Plain numbers and frames come in, plain numbers and frames go out. Every measure cites its source; a measure
that is undefined says so in words (`reason`) and holds None, never NaN. scipy is imported by the functions
that need it, not by this package.
"""

from analysis.statistics.agreement import Agreement, alpha, alpha_interval, coincidences
from analysis.statistics.contingency import benjamini_hochberg, chi2, fisher, g2, g2_two_term
from analysis.statistics.correspondence import Correspondence, correspondence
from analysis.statistics.ellipse import Ellipse, ellipse
from analysis.statistics.intervals import clopper_pearson, jeffreys, wilson, with_interval
from analysis.statistics.keyness import log_odds, specificities, specificity
from analysis.statistics.misclassification import Corrected, rogan_gladen
from analysis.statistics.rarefaction import Accumulated, accumulated, kept, kept_by
from analysis.statistics.resampling import Estimate, bootstrap
from analysis.statistics.scores import Score, f1_interval, precision_recall
from analysis.statistics.unseen import Richness, chao1, chao2, chao_coverage, good_coverage, incidence_coverage

__all__ = [
    "Accumulated",
    "Agreement",
    "Corrected",
    "Correspondence",
    "Ellipse",
    "Estimate",
    "Richness",
    "Score",
    "accumulated",
    "alpha",
    "alpha_interval",
    "benjamini_hochberg",
    "bootstrap",
    "chao1",
    "chao2",
    "chao_coverage",
    "chi2",
    "clopper_pearson",
    "coincidences",
    "correspondence",
    "ellipse",
    "f1_interval",
    "fisher",
    "g2",
    "g2_two_term",
    "good_coverage",
    "incidence_coverage",
    "jeffreys",
    "kept",
    "kept_by",
    "log_odds",
    "precision_recall",
    "rogan_gladen",
    "specificities",
    "specificity",
    "wilson",
    "with_interval",
]
