using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Scorecards;
using Kindred.Core.Workspaces;
using Kindred.Files;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>Watches a folder by looking at it now and then: a file is taken once its size and time have not changed between two looks a settling time apart, imported whole or not at all, and the leads are scored again.</summary>
public sealed class WatchFolder(string folder, string workspace, TimeProvider clock, TimeSpan settle)
{
    private readonly Dictionary<string, (long Length, DateTime Written, DateTimeOffset Since)> _seen = new(StringComparer.Ordinal);
    private bool _isSureOfScores;
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

        if (ready.Count == 0)
        {
            return Result.Accepted(new WatchRound([], [], waiting, null));
        }

        if (!(await Workspace.OpenAsync(workspace, clock, cancel)).TryGet(out var owned, out var reasons))
        {
            return Result.Refused<WatchRound>(reasons);
        }

        using (owned)
        {
            var (imported, refused) = await ImportAsync(owned, ready, cancel);
            return Result.Accepted(new WatchRound(imported, refused, waiting, imported.Count > 0 || await IsUnscoredAsync(owned, cancel) ? await ScoreAsync(owned, cancel) : null));
        }
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
