using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Product;

/// <summary>Learns the draft from facts that were just built, and puts it in use on trial where no card is in use: a new workspace has leads to look at at once.</summary>
public static class LearnWorkspaceCard
{
    /// <summary>Runs it.</summary>
    public static Result<Scorecard> Run(AccountFacts facts, string folder, TimeProvider clock, IProgress<double>? progress, CancellationToken cancel) =>
        LearnDraft.Run(facts, folder, new FactsScorecardRequest(null), clock, progress, cancel).Then(learned =>
        {
            var card = learned.Learned.Best!.Card!;
            return File.Exists(Path.Combine(folder, "card.json"))
                ? Result.Accepted(card)
                : PublishScorecard.Run(card, learned.Evidence, PublishState.Trial).Then(published => Result.Accepted(ScorecardFolder.Publish(folder, published.Card, learned.Evidence)));
        });
}
