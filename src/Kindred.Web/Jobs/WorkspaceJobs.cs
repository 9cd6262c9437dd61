using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Jobs;
using Kindred.Core.Members;
using Kindred.Core.Profiles;
using Kindred.Core.Scorecards;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Shell;

namespace Kindred.Web.Jobs;

/// <summary>The long work of a workspace: storing files, building the profile, learning the card. Each survives a restart: storing goes on behind the last stored row, the others begin anew, and what is due is made once however often its job begins.</summary>
public sealed class WorkspaceJobs(WorkspaceDesk desk, TimeProvider clock)
{
    /// <summary>Stores dropped files, then builds.</summary>
    public const string Import = "import";

    /// <summary>Builds the profile and learns the card.</summary>
    public const string Build = "build";

    /// <summary>Learns the draft of the card.</summary>
    public const string Learn = "learn";

    /// <summary>Makes what is due: reminder, draft, note, digest.</summary>
    public const string Due = "due";

    /// <summary>Drafts the versions a decision to change leads to.</summary>
    public const string Next = "next";

    private const double StoringShare = 0.35;
    private const double BuildingShare = 0.4;

    /// <summary>What does which kind.</summary>
    public IReadOnlyDictionary<string, JobHandler> Handlers => new Dictionary<string, JobHandler>(StringComparer.Ordinal) { [Import] = ImportAsync, [Build] = (run, ct) => BuildAsync(run, 0, ct), [Learn] = LearnAsync, [Due] = DueAsync, [Next] = NextAsync };

    /// <summary>What an import job needs.</summary>
    /// <param name="Drop">Name of the folder of dropped files.</param>
    public sealed record ImportPayload(string Drop);

    /// <summary>What a job about next versions needs.</summary>
    /// <param name="Review">Subject of the review.</param>
    /// <param name="By">Who decided.</param>
    public sealed record NextPayload(string Review, string? By);

    private async Task<JobEnd> ImportAsync(JobRun run, CancellationToken ct)
    {
        var payload = JsonSerializer.Deserialize<ImportPayload>(run.Job.Payload)!;
        if (!(await FindAsync(run, ct)).TryGet(out var entry, out var reasons) || !(await desk.OpenAsync(entry, ct)).TryGet(out var workspace, out reasons))
        {
            return JobEnd.Refused(reasons);
        }

        var folder = desk.FolderOf(entry);
        var dropped = DropFolder.Of(folder, payload.Drop);
        if (!Directory.Exists(dropped))
        {
            return JobEnd.Refused([new Reason("web.no-drop", payload.Drop, new Wording("놓았던 파일이 더는 없어요. 파일을 다시 놓아 주세요.", "The dropped files are gone. Drop them again."))]);
        }

        WorkspaceChoices.Read(folder).With(WorkspaceChoices.Read(dropped)).Write(folder);
        var imported = await ImportDropped.RunAsync(workspace, dropped, new Telling<DropProgress>(progress => run.Report(progress.Share * StoringShare, new Wording($"{progress.File} 저장하는 중", $"Storing {progress.File}"), progress.Rows)), ct);
        desk.Changed(entry.Id);
        if (!imported.TryGet(out _, out reasons))
        {
            return JobEnd.Refused(reasons);
        }

        var end = await BuildAsync(run, StoringShare, ct);
        DropFolder.Forget(dropped);
        await PurgeUndone.RunAsync(workspace, folder, clock, ct);
        return end;
    }

    private async Task<JobEnd> BuildAsync(JobRun run, double from, CancellationToken ct)
    {
        if (!(await FindAsync(run, ct)).TryGet(out var entry, out var reasons) || !(await desk.OpenAsync(entry, ct)).TryGet(out var workspace, out reasons))
        {
            return JobEnd.Refused(reasons);
        }

        var folder = desk.FolderOf(entry);
        var share = (1 - from) * BuildingShare / (BuildingShare + 0.25);
        var built = await Task.Run(() => BuildWorkspace.RunAsync(workspace, folder, Language.Korean, new Telling<BuildProgress>(progress => run.Report(from + progress.Share * share, progress.Step)), ct), ct);
        desk.Changed(entry.Id);
        if (!built.TryGet(out var result, out reasons))
        {
            // The files are stored; what is missing for a profile is said, and the data page stays useful.
            return JobEnd.Refused(reasons);
        }

        // A card needs closed deals; a workspace without any still has its profile.
        var learned = await Task.Run(() => LearnWorkspaceCard.Run(result.Facts, folder, clock, new Telling<double>(value => run.Report(from + share + value * (1 - from - share), new Wording("점수표를 배우는 중", "Learning the scorecard"))), ct), ct);
        desk.Changed(entry.Id);
        return JobEnd.Done(Urls.With(Urls.Icp(entry.Id.Value), ("done", learned.TryGet(out _, out _) ? "built" : "no-card")));
    }

    private async Task<JobEnd> LearnAsync(JobRun run, CancellationToken ct)
    {
        if (!(await FindAsync(run, ct)).TryGet(out var entry, out var reasons) || !(await desk.SnapshotAsync(entry, ct)).TryGet(out var snapshot, out reasons))
        {
            return JobEnd.Refused(reasons);
        }

        var learned = await Task.Run(() => LearnDraft.Run(snapshot.Facts, snapshot.Folder, new FactsScorecardRequest(null), clock, new Telling<double>(value => run.Report(value, new Wording("점수표를 배우는 중", "Learning the scorecard"))), ct), ct);
        return learned.TryGet(out _, out reasons) ? JobEnd.Done(Urls.With(Urls.Scorecard(entry.Id.Value), ("card", "draft"), ("done", "learned"))) : JobEnd.Refused(reasons);
    }

    private async Task<JobEnd> NextAsync(JobRun run, CancellationToken ct)
    {
        var payload = JsonSerializer.Deserialize<NextPayload>(run.Job.Payload)!;
        if (!(await FindAsync(run, ct)).TryGet(out var entry, out var reasons) || !(await desk.OpenAsync(entry, ct)).TryGet(out var workspace, out reasons))
        {
            return JobEnd.Refused(reasons);
        }

        var drafted = await Task.Run(() => DraftNextVersions.RunAsync(workspace, desk.FolderOf(entry), payload.Review, payload.By, clock, new Telling<BuildProgress>(progress => run.Report(progress.Share, progress.Step)), ct), ct);
        desk.Changed(entry.Id);
        return drafted.TryGet(out var review, out reasons)
            ? JobEnd.Done(Urls.With(Urls.ReviewForm(entry.Id.Value, "decide"), ("done", review.Next is { Versions.HasDraft: true } ? "drafted" : "not-drafted")) + "#next-h")
            : JobEnd.Refused(reasons);
    }

    private async Task<JobEnd> DueAsync(JobRun run, CancellationToken ct)
    {
        if (!(await FindAsync(run, ct)).TryGet(out var entry, out var reasons) || !(await desk.OpenAsync(entry, ct)).TryGet(out var workspace, out reasons) || !(await desk.SnapshotAsync(entry, ct)).TryGet(out var snapshot, out reasons))
        {
            return JobEnd.Refused(reasons);
        }

        await Task.Run(() => ReviewRound.RunAsync(workspace, snapshot, clock, ct), ct);
        return JobEnd.Done(Urls.Review(entry.Id.Value));
    }

    private async Task<Result<WorkspaceEntry>> FindAsync(JobRun run, CancellationToken ct) =>
        (await desk.ListAsync(ct)).FirstOrDefault(entry => entry.Id.Value == run.Job.Workspace) is { } found ? Result.Accepted(found)
            : Result.Refused<WorkspaceEntry>("web.no-workspace", run.Job.Workspace, "작업 공간이 더는 없어요.", "The workspace is gone.");

    private sealed class Telling<T>(Action<T> tell) : IProgress<T>
    {
        public void Report(T value) => tell(value);
    }
}
