using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>Score bands against what became of leads.</summary>
/// <param name="Basis">Where the scores come from.</param>
/// <param name="Rows">Lowest band first.</param>
/// <param name="BackTest">The back-test's bands beside them, for win rates that are not readable yet; empty where there is none.</param>
/// <param name="Random">Leads drawn at random and judged blind, whatever they scored: the fair comparison; null without any.</param>
/// <param name="ReadableOn">Day by which win rates of recorded scores can be read; null where they can be, or where nothing leads there.</param>
/// <param name="Readable">How that day was reckoned, or what can be read already.</param>
/// <param name="Effort">The warning that higher bands got more effort; null before a card was used.</param>
/// <param name="Sentence">What the table says.</param>
public sealed record BandFigures(BandBasis Basis, IReadOnlyList<BandFigure> Rows, IReadOnlyList<BandFigure> BackTest, BandFigure? Random, DateOnly? ReadableOn, Wording Readable, Wording? Effort, Wording Sentence);
