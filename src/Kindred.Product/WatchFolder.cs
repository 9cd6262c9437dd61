using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Notifications;
using Kindred.Core.Scorecards;
using Kindred.Core.Workspaces;
using Kindred.Files;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>Watches a folder by looking at it now and then: a file is taken once its size and time have not changed between two looks a settling time apart, imported whole or not at all, and the leads are scored again. Once a day, from the morning on, it also makes what is due: reminders and drafts of reviews, the Monday note, the digest, as the server does.</summary>
public sealed class WatchFolder(string folder, string workspace, TimeProvider clock, TimeSpan settle)
{
    private readonly Dictionary<string, (long Length, DateTime Written, DateTimeOffset Since)> _seen = new(StringComparer.Ordinal);
    private bool _isSureOfScores;
    private bool _isEmpty;
    private DateTimeOffset _nextSchedule;
    private readonly Dictionary<string, (long Length, DateTime Written)> _done = new(StringComparer.Ordinal);

    /// <summary>Looks once.</summary>
    public async Task<Result<WatchRound>> LookAsync(CancellationToken cancel)
    {
        if (!Directory.Exists(folder))
        {
            return Result.Refused<WatchRound>("watch.no-folder", folder, $"'{folder}'라는 폴더가 없어요. 내려받은 파일을 놓을 폴더를 만들어 주세요.", $"There is no folder '{folder}'. Make the folder that exports are dropped into.");
        }

        var ready = new List<string>();
        var waiting = new List<string>();
        foreach (var file in SourceFolder.Files([folder]))
        {
            switch (State(file))
            {
                case true:
                    ready.Add(file);
                    break;
                case false:
                    waiting.Add(Path.GetFileName(file));
                    break;
                default:
                    break;
            }
        }

        // What is due needs the workspace only; a workspace that is not there yet owes nothing.
        var mayOwe = clock.GetUtcNow() >= _nextSchedule && File.Exists(Path.Combine(workspace, "kindred.db"));
        if (ready.Count == 0 && !mayOwe)
        {
            return Result.Accepted(new WatchRound([], [], waiting, null));
        }

        if (!(await Workspace.OpenAsync(workspace, clock, cancel)).TryGet(out var owned, out var reasons))
        {
            // Whoever owns it, a server above all, makes what is due itself: nothing to say about that.
            return ready.Count == 0 && reasons[0].Code == "storage.workspace-locked" ? Result.Accepted(new WatchRound([], [], waiting, null)) : Result.Refused<WatchRound>(reasons);
        }

        using (owned)
        {
            var (imported, refused) = await ImportAsync(owned, ready, cancel);
            var round = new WatchRound(imported, refused, waiting, imported.Count > 0 || (ready.Count > 0 && await IsUnscoredAsync(owned, cancel)) ? await ScoreAsync(owned, cancel) : null);
            return Result.Accepted(mayOwe || (imported.Count > 0 && _isEmpty) ? round with { Made = await DueAsync(owned, cancel) } : round);
        }
    }

    /// <summary>Makes what is due and sets the next time to look: tomorrow's morning where the workspace is.</summary>
    private async Task<IReadOnlyList<DueThing>> DueAsync(Workspace owned, CancellationToken cancel)
    {
        var snapshot = await WorkspaceSnapshot.ReadAsync(owned, workspace, null, cancel);
        var made = await ReviewRound.RunAsync(owned, snapshot, clock, cancel);
        var schedule = ReviewRound.ScheduleOf(snapshot, clock.LocalTimeZone);
        var morning = schedule.DayOf(clock.GetUtcNow()).AddDays(1).ToDateTime(new TimeOnly(ReviewSchedule.MorningHour, 0));
        (_nextSchedule, _isEmpty) = (new DateTimeOffset(morning, schedule.Zone.GetUtcOffset(morning)), snapshot.Facts is null);
        return made;
    }

    /// <summary>True when a file has settled, false while it may still grow, null when it was dealt with already.</summary>
    private bool? State(string file)
    {
        var found = new FileInfo(file);
        var (length, written) = (found.Length, found.LastWriteTimeUtc);
        if (_done.TryGetValue(file, out var done) && done == (length, written))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (!_seen.TryGetValue(file, out var seen) || seen.Length != length || seen.Written != written)
        {
            _seen[file] = (length, written, now);
            return false;
        }

        return now - seen.Since >= settle && length > 0 && IsFree(file);
    }

    /// <summary>False while another program holds the file for writing alone.</summary>
    private static bool IsFree(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
    }

    private async Task<(List<string> Imported, List<(string, Reason)> Refused)> ImportAsync(Workspace owned, List<string> ready, CancellationToken cancel)
    {
        var imported = new List<string>();
        var refused = new List<(string, Reason)>();
        var importer = new ImportTable(owned.Imports);
        foreach (var file in ready)
        {
            var name = Path.GetFileName(file);
            if (TableFiles.Open(file, null, null, cancel).TryGet(out var tables, out var reasons))
            {
                var changed = false;
                foreach (var table in tables)
                {
                    var result = await importer.RunAsync(new ImportRequest(table.AsImport(), after => table.Batches(afterRow: after, ct: cancel)), cancel);
                    changed |= !result.ChangedNothing;
                }

                if (changed)
                {
                    imported.Add(name);
                }
            }
            else
            {
                refused.AddRange(reasons.Select(reason => (name, reason)));
            }

            var (length, written, _) = _seen[file];
            _done[file] = (length, written);
        }

        return (imported, refused);
    }

    /// <summary>Once a start: whether a process that was killed imported something and did not come to scoring it.</summary>
    private async Task<bool> IsUnscoredAsync(Workspace owned, CancellationToken cancel)
    {
        if (_isSureOfScores)
        {
            return false;
        }

        _isSureOfScores = true;
        var imports = await owned.Imports.ListAsync(cancel);
        var scored = await owned.Leads.ScoresAsync(null, cancel);
        return imports.Any(import => import.State == ImportState.Active && scored.All(record => record.At < import.ChangedAt));
    }

    /// <summary>A score record a lead, where a card is in use and there are leads.</summary>
    private async Task<int?> ScoreAsync(Workspace owned, CancellationToken cancel)
    {
        if (!(await LeadWorkspace.ReadAsync(owned, workspace, null, cancel)).Then(leads => leads.Scored()).TryGet(out var leads, out _))
        {
            return null;
        }

        var cardId = CardFile.Id(leads.Card);
        var now = clock.GetUtcNow();
        ScoreRecord[] records = [.. leads.Leads.Select(lead => leads.Record(lead, leads.Receipt(lead), cardId, now))];
        await owned.Leads.AddScoresAsync(records, cancel);
        return records.Length;
    }
}
