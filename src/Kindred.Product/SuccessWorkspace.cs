using System.Runtime.CompilerServices;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Success;
using Kindred.Sample;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>Running customers of a workspace: one study a reading, made once. The invented company is valued at the rates it was made with, unless others are set.</summary>
public static class SuccessWorkspace
{
    private static readonly ConditionalWeakTable<AccountFacts, Kept> Made = [];

    /// <summary>Studies a workspace without owning it.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="change">Changes what the settings ask for.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<Result<(WorkspaceSnapshot Snapshot, SuccessStudy Study)>> ReadAsync(string folder, Func<SuccessRequest, SuccessRequest> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (!Workspace.OpenForReading(folder).TryGet(out var workspace, out var reasons))
        {
            return Result.Refused<(WorkspaceSnapshot, SuccessStudy)>(reasons);
        }

        using (workspace)
        {
            var snapshot = await WorkspaceSnapshot.ReadAsync(workspace, folder, null, cancel).ConfigureAwait(false);
            return Of(snapshot, change(snapshot.Settings.Success)).Then(study => Result.Accepted((snapshot, study)));
        }
    }

    /// <summary>Studies a snapshot as its settings ask; kept until something changes.</summary>
    public static Result<SuccessStudy> Of(WorkspaceSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (snapshot.Facts is not { } facts)
        {
            return Of(snapshot, snapshot.Settings.Success);
        }

        var kept = Made.GetOrCreateValue(facts);
        lock (kept)
        {
            if (kept.Study is null || !ReferenceEquals(kept.Standing, snapshot.Standing) || !ReferenceEquals(kept.Tracked, snapshot.Tracked) || kept.Request != snapshot.Settings.Success)
            {
                (kept.Standing, kept.Tracked, kept.Request) = (snapshot.Standing, snapshot.Tracked, snapshot.Settings.Success);
                kept.Study = Of(snapshot, kept.Request);
            }

            return kept.Study;
        }
    }

    /// <summary>Studies a snapshot.</summary>
    public static Result<SuccessStudy> Of(WorkspaceSnapshot snapshot, SuccessRequest request)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Facts is { } facts
            ? SuccessModule.Study(facts, WithRates(facts, request, snapshot.IsInvented), snapshot.Standing, ReadingBoard.Of(snapshot)!.Book)
            : Result.Refused<SuccessStudy>(snapshot.Trouble.Count > 0 ? snapshot.Trouble : [new Reason("build.nothing-imported", snapshot.Folder, new Wording(
                $"작업 공간 '{snapshot.Folder}'에 가져온 파일이 없어요. 먼저 kindred import를 실행해 주세요.", $"Nothing was imported into the workspace '{snapshot.Folder}'. Run kindred import first."))]);
    }

    /// <summary>The search for success stories like a company; kept until something changes.</summary>
    public static Result<Lookalikes> Lookalikes(WorkspaceSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return Of(snapshot).Then(study =>
        {
            var kept = Made.GetOrCreateValue(snapshot.Facts!);
            lock (kept)
            {
                if (kept.Lookalikes is null || !ReferenceEquals(kept.LookalikesOf, study))
                {
                    (kept.LookalikesOf, kept.Lookalikes) = (study, Core.Success.Lookalikes.Of(snapshot.Facts!, snapshot.Companies!, snapshot.Fields, study.Stories));
                }

                return Result.Accepted(kept.Lookalikes);
            }
        });
    }

    private static SuccessRequest WithRates(AccountFacts facts, SuccessRequest request, bool isInvented) =>
        isInvented && request.Rates is null && facts.Rates.Rates.Count == 0 ? request with { Rates = SampleRates.Table } : request;

    private sealed class Kept
    {
        public Result<SuccessStudy>? Study { get; set; }

        public object? Standing { get; set; }

        public object? Tracked { get; set; }

        public SuccessRequest? Request { get; set; }

        public SuccessStudy? LookalikesOf { get; set; }

        public Lookalikes? Lookalikes { get; set; }
    }
}
