using Kindred.Core.Basics;

namespace Kindred.Core.Success;

/// <summary>One trait of two companies.</summary>
/// <param name="Label">Trait.</param>
/// <param name="Own">Of the company asked about.</param>
/// <param name="Theirs">Of the story.</param>
/// <param name="Weight">What it counts for, 0–1.</param>
public sealed record TraitPair(Wording Label, Wording Own, Wording Theirs, double Weight)
{
    /// <summary>The trait and both values: "sector Software", or "employees 120 / 80" where they differ.</summary>
    public Wording Said => new(In(Language.Korean), In(Language.English));

    private string In(Language language) => Own == Theirs ? $"{Label.In(language)} {Own.In(language)}" : $"{Label.In(language)} {Own.In(language)} / {Theirs.In(language)}";
}

/// <summary>A success story near a company.</summary>
/// <param name="Account">Company index of the story.</param>
/// <param name="Likeness">0–1: 1 less the weighted distance over the traits known of both.</param>
/// <param name="Known">Share of the weight that is known of both.</param>
/// <param name="Alike">What is alike, weightiest first.</param>
/// <param name="Different">What differs, weightiest first.</param>
public sealed record Lookalike(int Account, double Likeness, double Known, IReadOnlyList<TraitPair> Alike, IReadOnlyList<TraitPair> Different);

/// <summary>What a trait counts for.</summary>
/// <param name="Field">Field name.</param>
/// <param name="Label">In words.</param>
/// <param name="Weight">Share of all weight.</param>
/// <param name="Area">How well it alone tells who stays twelve months, on rows it was not fitted on; 0.5 is chance. Null where nothing could be learned.</param>
public sealed record TraitWeight(string Field, Wording Label, double Weight, double? Area);
