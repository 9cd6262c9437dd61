using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Product;

/// <summary>Learns a card from the facts of a workspace and leaves the draft there; puts it in use on trial where no card is in use.</summary>
public static class LearnWorkspaceCard
{
    /// <summary>What is learned: who buys, from fields of companies.</summary>
    public static Result<ScorecardRequest> Request(AccountFacts facts, long seed = 1)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return AccountsModule.Buys(facts).Then(view => Result.Accepted(ScorecardRequest.Of(view.Table, CategoryAsks.ByNames(view.Table.Fields.Select(field => field.Name)) is { Lines.Count: > 0 } template ? template : null, "card", seed) with
        {
            NeutralMissing = facts.Quality.Coverage.Where(field => field.DiffersByOutcome).Select(field => field.Field).ToHashSet(StringComparer.Ordinal),
        }));
    }

    /// <summary>Learns, writes the draft, publishes on trial where nothing is in use yet.</summary>
    public static Result<Scorecard> Run(AccountFacts facts, string folder, TimeProvider clock, IProgress<double>? progress, CancellationToken cancel)
    {
        return Request(facts).Then(request => LearnScorecard.Run(request, clock, progress, cancel).Then(learned =>
        {
            var best = learned.Best!;
            var evidence = CardEvidence.Of(best, request.View?.Dates);
            ScorecardFolder.WriteDraft(folder, best.Card!, evidence);
            if (File.Exists(Path.Combine(folder, "card.json")))
            {
                return Result.Accepted(best.Card!);
            }

            return PublishScorecard.Run(best.Card!, evidence, PublishState.Trial).Then(published => Result.Accepted(ScorecardFolder.Publish(folder, published.Card, evidence)));
        }));
    }
}
