using Kindred.Statistics.MultipleTesting;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Patterns;

/// <summary>
/// The correction of all descriptions of one length. Half of their share of the error rate is for those of plain selectors alone (one word, one tag, above or up to a bound),
/// so that what is simply said is not lost among the many sets and ranges searched beside it; the other half is for all. A description is as good as
/// the better of its families says: what either calls wrong by chance adds up to no more than the share.
/// </summary>
/// <param name="All">Every description of the length.</param>
/// <param name="Plain">Those of plain selectors; null when all are plain.</param>
/// <param name="Share">Share of the error rate.</param>
internal sealed record CorrectedFamily(PermutedMinimumP All, PermutedMinimumP? Plain, double Share)
{
    /// <summary>Sweeps the descriptions of one length.</summary>
    public static CorrectedFamily Sweep(PatternSearchSpace space, int length, PermutedOutcomes outcomes, int minimumRows, IProgress<double>? progress, CancellationToken cancel)
    {
        IReadOnlyList<SweepAttribute> attributes = space.Families[length - 1];
        var hasMore = attributes.Any(attribute => attribute.Selectors.Any(selector => !space.IsPlain[selector]));
        var (all, plain) = PermutedMinimumP.Sweep(
            attributes, length, outcomes, minimumRows, space.EstimatedCovers(length), hasMore ? space.IsPlain : null, hasMore ? space.EstimatedCovers(length, plainOnly: true) : 0, progress, cancel);
        return new CorrectedFamily(all, hasMore ? plain : null, ProofOptions.FamilyShares[length - 1]);
    }

    /// <summary>Corrected p of a description, at most 1.</summary>
    public double Adjust(double p, bool isPlain)
    {
        if (Plain is null)
        {
            return Math.Min(1, All.Adjust(p) / Share);
        }

        var best = isPlain ? Math.Min(All.Adjust(p), Plain.Adjust(p)) : All.Adjust(p);
        return Math.Min(1, best / (Share / 2));
    }

    /// <summary>The largest p of any description, plain or not, that is corrected to at most <paramref name="alpha"/>.</summary>
    public double Critical(double alpha) => All.Critical(alpha * (Plain is null ? Share : Share / 2));
}
