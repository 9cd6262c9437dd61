using Kindred.Core.Basics;
using Kindred.Core.Engagement;
using Kindred.Core.Notifications;
using Kindred.Core.Reviews;
using Kindred.Core.Workspaces;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>Makes what is due in a workspace: the reminder before a review, its draft, the Monday note, the digest of reading. Both hosts call it; whoever comes second makes nothing.</summary>
public static class ReviewRound
{
    private const int MostDigestDays = 31;
    private const int MostNews = 20;

    /// <summary>When this workspace is told what.</summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="machine">The computer's time zone.</param>
    public static ReviewSchedule ScheduleOf(WorkspaceSnapshot snapshot, TimeZoneInfo machine)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var zone = snapshot.Settings.Reviews.ZoneOn(machine);
        var first = snapshot.Imports.Where(import => import.State != ImportState.Staging).Min(import => (DateTimeOffset?)import.StartedAt);
        return new ReviewSchedule
        {
            CadenceDays = snapshot.Settings.ReviewDays,
            HasMondayNote = snapshot.Settings.Reviews.HasMondayNote,
            Digest = snapshot.Settings.Reviews.Digest,
            Zone = zone,
            ProfileOn = snapshot.Profile?.AsOf,
            DataOn = first is { } at ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime) : null,
        };
    }

    /// <summary>Whether the workspace has what a thing is made of.</summary>
    public static bool CanMake(DueThing thing, WorkspaceSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(thing);
        ArgumentNullException.ThrowIfNull(snapshot);
        return thing.Kind == DueKind.Reminder || snapshot.Facts is not null;
    }

    /// <summary>One round.</summary>
    /// <returns>What it made.</returns>
    public static async Task<IReadOnlyList<DueThing>> RunAsync(Workspace workspace, WorkspaceSnapshot snapshot, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(clock);
        return await KeepSchedule.RunAsync(ScheduleOf(snapshot, clock.LocalTimeZone), workspace.Reviews, workspace.Outbox, (thing, ct) => MakeAsync(thing, workspace, snapshot, clock, ct), clock, cancel).ConfigureAwait(false);
    }

    /// <summary>The note as next Monday's would be if it were written now.</summary>
    public static Task<MondayNote> PreviewNoteAsync(Workspace workspace, WorkspaceSnapshot snapshot, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var today = ScheduleOf(snapshot, clock.LocalTimeZone).DayOf(clock.GetUtcNow());
        return ReviewWorkspace.NoteAsync(workspace, snapshot, today.AddDays((8 - (int)today.DayOfWeek) % 7), cancel);
    }

    private static async Task<DueContent?> MakeAsync(DueThing thing, Workspace workspace, WorkspaceSnapshot snapshot, TimeProvider clock, CancellationToken cancel)
    {
        await Task.Yield();
        cancel.ThrowIfCancellationRequested();
        var settings = snapshot.Settings.Reviews;
        var (to, language) = (settings.To, settings.Language);
        switch (thing.Kind)
        {
            case DueKind.Reminder:
                var reminder = NoteMails.Reminder(thing, language);
                return new DueContent(ReviewJson.Write(new DueRecord(thing.On, thing.Today, thing.Skipped, 0)), NoteMails.To(thing.Subject, to, reminder.Title, reminder.Text));
            case DueKind.Digest when snapshot.Facts is not null:
                var (title, text, count) = DigestOf(thing, snapshot, language, clock);
                return new DueContent(ReviewJson.Write(new DueRecord(thing.On, thing.Today, [], count)), count == 0 ? [] : NoteMails.To(thing.Subject, to, title, text));
            case DueKind.Note when snapshot.Facts is not null:
                var note = await ReviewWorkspace.NoteAsync(workspace, snapshot, thing.On, cancel).ConfigureAwait(false);
                return new DueContent(ReviewJson.Write(note), NoteMails.To(thing.Subject, to, note.Title.In(language), NoteMails.Text(note, language)));
            case DueKind.Draft when snapshot.Facts is not null:
                if (!(await ReviewWorkspace.DraftAsync(workspace, snapshot, thing.Today, thing.On, cancel).ConfigureAwait(false)).TryGet(out var draft, out _))
                {
                    return null;
                }

                var drafted = NoteMails.Drafted(draft, thing, language);
                return new DueContent(ReviewJson.Write(draft), NoteMails.To(thing.Subject, to, drafted.Title, drafted.Text));
            default:
                return null;
        }
    }

    private static DateTimeOffset Morning(DateOnly day, WorkspaceSnapshot snapshot, TimeProvider clock)
    {
        var local = day.ToDateTime(new TimeOnly(ReviewSchedule.MorningHour, 0));
        return new DateTimeOffset(local, snapshot.Settings.Reviews.ZoneOn(clock.LocalTimeZone).GetUtcOffset(local));
    }

    private static (string Title, string Text, int Count) DigestOf(DueThing thing, WorkspaceSnapshot snapshot, Language language, TimeProvider clock)
    {
        var days = thing.Since is { } since ? Math.Min(MostDigestDays, thing.Today.DayNumber - since.DayNumber) : snapshot.Settings.Reviews.Digest == DigestCadence.Daily ? 1 : 7;
        if (ReadingBoard.Of(snapshot) is not { } board)
        {
            return ("", "", 0);
        }

        var news = ReadingNews.Since(board.Book, Morning(thing.Today.AddDays(-days), snapshot, clock));
        var (title, text) = NoteMails.Digest([.. news.Take(MostNews).Select(item => ReadingNews.Words(item, board.Book))], thing, language);
        return (title, text, news.Count);
    }
}

/// <summary>Body of a line that says a reminder or a digest was made.</summary>
/// <param name="On">Its day.</param>
/// <param name="MadeOn">The day it was made.</param>
/// <param name="Skipped">Days of its kind it speaks for too.</param>
/// <param name="Count">News in it; 0 for a reminder.</param>
public sealed record DueRecord(DateOnly On, DateOnly MadeOn, IReadOnlyList<DateOnly> Skipped, int Count);
