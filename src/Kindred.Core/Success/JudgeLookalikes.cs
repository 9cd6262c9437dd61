using Kindred.Core.Accounts;
using Kindred.Core.Conditions;
using Kindred.Core.Tables;
using Kindred.Statistics.Resampling;

namespace Kindred.Core.Success;

/// <summary>Likeness of a company to the nearest story, with its own outcome hidden.</summary>
/// <param name="Account">Company index.</param>
/// <param name="Positive">1 where the outcome happened.</param>
/// <param name="Weighted">Likeness by weights learned from the others.</param>
/// <param name="Plain">Likeness where every trait counts the same.</param>
public sealed record HeldOutLikeness(int Account, byte Positive, double Weighted, double Plain);

/// <summary>Use case: does nearness to a success story tell anything? Five folds of whole companies: the outcome of a fold is hidden from the weights, none of its companies is a story, and each is held against the stories left.</summary>
public static class JudgeLookalikes
{
    private const int Folds = 5;

    /// <summary>Judges.</summary>
    /// <param name="facts">Facts.</param>
    /// <param name="companies">Fields of every company as known now; row i is company i.</param>
    /// <param name="fields">Their meaning.</param>
    /// <param name="stories">Stories.</param>
    /// <param name="outcomes">Whose outcome is asked for, one row a decision.</param>
    /// <param name="seed">Of the folds.</param>
    /// <returns>One a row of the outcomes, in their order; a company of which nothing is known that is known of a story has a likeness of 0.</returns>
    public static IReadOnlyList<HeldOutLikeness> Run(AccountFacts facts, Table companies, IReadOnlyList<Field> fields, IReadOnlyList<Story> stories, AsOfTable outcomes, long seed = 1)
    {
        ArgumentNullException.ThrowIfNull(stories);
        ArgumentNullException.ThrowIfNull(outcomes);
        var folds = Clusters.From(outcomes.Accounts).Folds(outcomes.Positive, Folds, new SeededRandom(seed, 66));
        var likeness = new HeldOutLikeness[outcomes.Positive.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            int[] rows = [.. Enumerable.Range(0, likeness.Length).Where(row => folds[row] == fold)];
            var hidden = rows.Select(row => outcomes.Accounts[row]).ToHashSet();
            Story[] left = [.. stories.Where(story => !hidden.Contains(story.Account))];
            var weighted = Lookalikes.Of(facts, companies, fields, left, hidden, isWeighted: true, seed);
            var plain = Lookalikes.Of(facts, companies, fields, left, hidden, isWeighted: false, seed);
            foreach (var row in rows)
            {
                var account = outcomes.Accounts[row];
                likeness[row] = new HeldOutLikeness(account, outcomes.Positive[row], weighted.Nearest(account) ?? 0, plain.Nearest(account) ?? 0);
            }
        }

        return likeness;
    }
}
