using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Core.Scorecards;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>Learns a workspace's card from what was imported and leaves it there as the draft, with its evidence and the left-out scores for the back-test.</summary>
public static class LearnDraft
{
    /// <summary>Runs it.</summary>
    /// <param name="folder">Workspace folder.</param>
    /// <param name="options">How to learn; facts, profile and card in use are read from the folder.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="progress">Progress, 0–1.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<Result<FactsScorecard>> RunAsync(string folder, FactsScorecardRequest options, TimeProvider clock, IProgress<double>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        var opened = await Workspace.OpenAsync(folder, clock, cancel);
        if (!opened.TryGet(out var owned, out var reasons))
        {
            return Result.Refused<FactsScorecard>(reasons);
        }

        using var keep = owned;
        // With nothing imported a template can still be made; everything else that is wrong is said.
        var read = await WorkspaceFacts.ReadAsync(owned, folder, cancel);
        if (!read.TryGet(out var found, out reasons) && (reasons is not [{ Code: "build.nothing-imported" }] || options.Modes?.Contains(ScorecardMode.Template) != true))
        {
            return Result.Refused<FactsScorecard>(reasons);
        }

        return Run(found?.Facts, folder, options, clock, progress, cancel);
    }

    /// <summary>Learns from facts that were read already.</summary>
    /// <param name="facts">Facts; null where nothing was imported.</param>
    /// <param name="folder">Workspace folder.</param>
    /// <param name="options">How to learn.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="progress">Progress, 0–1.</param>
    /// <param name="cancel">Stops.</param>
    public static Result<FactsScorecard> Run(AccountFacts? facts, string folder, FactsScorecardRequest options, TimeProvider clock, IProgress<double>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        ProfileDocument? profile = null;
        if (File.Exists(Path.Combine(folder, "icp.json")) && !ProfileFolder.Read(folder).TryGet(out profile, out var reasons))
        {
            return Result.Refused<FactsScorecard>(reasons);
        }

        Scorecard? inUse = null;
        if (File.Exists(Path.Combine(folder, "card.json")) && ScorecardFolder.Read(folder).TryGet(out var used, out _))
        {
            inUse = used.Card;
        }

        return LearnFromFacts.Run(options with { Facts = facts, Profile = profile, InUse = inUse }, clock, progress, cancel).Then(done =>
        {
            LearnedModes.Of(done.Learned)?.Write(folder);
            ScorecardFolder.WriteDraft(folder, done.Learned.Best!.Card!, done.Evidence, done.BackTest);
            return Result.Accepted(done);
        });
    }
}
