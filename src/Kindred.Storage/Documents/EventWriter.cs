using System.Data.Common;
using System.Threading.Channels;
using Kindred.Core.Workspaces;
using Kindred.Documents.Sharing;
using Kindred.Documents.Tracking;

namespace Kindred.Storage.Documents;

/// <summary>Keeps events of many callers with one commit: whatever waits while a commit is under way goes into the next. A caller is answered after the commit that holds its events, never before.</summary>
internal sealed class EventWriter(long workspace, IDatabase database) : IDisposable
{
    private const int MostAtOnce = 1_000;

    /// <summary>Events that may wait: some seconds of a busy disk. Beyond, callers are told to come back, so that a stuck disk cannot fill the memory.</summary>
    internal const int MostWaiting = 50_000;

    private const string Insert = """
        INSERT INTO view_event (workspace, source, message, view_id, kind, sequence, at_ms, body)
        VALUES (@Workspace, @Source, @Message, @ViewId, @Kind, @Sequence, @AtMs, @Body)
        ON CONFLICT (workspace, source, message) DO NOTHING
        """;

    private const string Stored = "SELECT body FROM view_event WHERE workspace = @Workspace AND source = @Source AND message = @Message";

    private readonly Channel<Waiting> _queue = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(10);
    private readonly ManualResetEventSlim _ended = new(false);
    private readonly Lock _gate = new();
    private Task? _loop;
    private int _waiting;

    /// <summary>Keeps events; returns when they are on the disk.</summary>
    public Task<IReadOnlyList<EventVerdict>> KeepAsync(IReadOnlyList<ViewEvent> events, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (Interlocked.Add(ref _waiting, events.Count) > MostWaiting)
        {
            Interlocked.Add(ref _waiting, -events.Count);
            return Task.FromException<IReadOnlyList<EventVerdict>>(new StorageException(StorageChecks.Busy(MostWaiting), new TimeoutException()));
        }

        var waiting = new Waiting(events, new TaskCompletionSource<IReadOnlyList<EventVerdict>>(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_gate)
        {
            _loop ??= Task.Run(LoopAsync, CancellationToken.None);
        }

        if (!_queue.Writer.TryWrite(waiting))
        {
            Interlocked.Add(ref _waiting, -events.Count);
            waiting.Answer.SetException(new ObjectDisposedException(nameof(EventWriter)));
        }

        return waiting.Answer.Task;
    }

    /// <summary>Keeps what still waits, then ends; the database closes after it.</summary>
    public void Dispose()
    {
        _queue.Writer.TryComplete();
        lock (_gate)
        {
            if (_loop is null)
            {
                _ended.Set();
            }
        }

        _ended.Wait(LongestGoodbye);
        _ended.Dispose();
    }

    private async Task LoopAsync()
    {
        try
        {
            await WriteAllAsync().ConfigureAwait(false);
        }
        finally
        {
            _ended.Set();
        }
    }

    private async Task WriteAllAsync()
    {
        var batch = new List<Waiting>();
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            batch.Clear();
            for (var count = 0; count < MostAtOnce && _queue.Reader.TryRead(out var next); count += next.Events.Count)
            {
                batch.Add(next);
            }

            Interlocked.Add(ref _waiting, -batch.Sum(waiting => waiting.Events.Count));
            try
            {
                var verdicts = await database.WriteAsync((connection, transaction) => Task.FromResult(Write(connection, transaction, batch)), CancellationToken.None).ConfigureAwait(false);
                for (var i = 0; i < batch.Count; i++)
                {
                    batch[i].Answer.SetResult(verdicts[i]);
                }
            }
            catch (Exception failure)
            {
                // Nothing of the batch was kept; every caller hears so and may send again.
                foreach (var waiting in batch)
                {
                    waiting.Answer.TrySetException(failure);
                }
            }
        }
    }

    /// <summary>One prepared statement for the whole batch. The writer's turn is held, and one row takes microseconds, so it is done without giving up the thread.</summary>
    private IReadOnlyList<EventVerdict>[] Write(DbConnection connection, DbTransaction transaction, List<Waiting> batch)
    {
        using var insert = Command(connection, transaction, Insert, "Workspace", "Source", "Message", "ViewId", "Kind", "Sequence", "AtMs", "Body");
        using var stored = Command(connection, transaction, Stored, "Workspace", "Source", "Message");
        insert.Prepare();
        return [.. batch.Select(waiting => (IReadOnlyList<EventVerdict>)[.. waiting.Events.Select(entry =>
        {
            object[] values = [workspace, entry.Source, entry.MessageId, entry.View, entry.Kind, (long)entry.Sequence, Instant.Of(entry.At), entry.Body];
            if (Run(insert, values).ExecuteNonQuery() > 0)
            {
                return EventVerdict.Kept;
            }

            return (string?)Run(stored, values).ExecuteScalar() == entry.Body ? EventVerdict.Repeated : EventVerdict.Conflicting;
        })])];
    }

    private static DbCommand Command(DbConnection connection, DbTransaction transaction, string sql, params IReadOnlyList<string> names)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;

            // Typed before it is prepared: PostgreSQL asks for that.
            parameter.DbType = name is "Workspace" or "Sequence" or "AtMs" ? System.Data.DbType.Int64 : System.Data.DbType.String;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static DbCommand Run(DbCommand command, object[] values)
    {
        for (var i = 0; i < command.Parameters.Count; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        return command;
    }

    private sealed record Waiting(IReadOnlyList<ViewEvent> Events, TaskCompletionSource<IReadOnlyList<EventVerdict>> Answer);
}
