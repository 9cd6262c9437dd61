using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>What profile or card told apart then, and tells apart now.</summary>
/// <param name="Key">icp or card.</param>
/// <param name="Label">"Core against the rest", "70 and above against below".</param>
/// <param name="ThenInside">Win rate inside, at publication.</param>
/// <param name="ThenOutside">Win rate of the rest, at publication.</param>
/// <param name="NowInside">Win rate inside, since.</param>
/// <param name="NowOutside">Win rate of the rest, since.</param>
/// <param name="Then">Rate inside over rate outside, then; null where it cannot be said.</param>
/// <param name="Now">The same now.</param>
/// <param name="Verdict">Found: the lift changed.</param>
/// <param name="Have">Decisions inside now.</param>
/// <param name="Need">Decisions inside it takes.</param>
/// <param name="Sentence">In words.</param>
public sealed record LiftFigure(string Key, Wording Label, RateFigure ThenInside, RateFigure ThenOutside, RateFigure NowInside, RateFigure NowOutside, RatioFigure? Then, RatioFigure? Now, FigureVerdict Verdict, int Have, int Need, Wording Sentence);
