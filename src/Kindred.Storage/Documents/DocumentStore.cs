using System.Data.Common;
using Dapper;
using Kindred.Documents.Sharing;
using Kindred.Documents.Tracking;
using Microsoft.Data.Sqlite;

namespace Kindred.Storage.Documents;

/// <summary>Documents, links, viewers, views and events, one text for both databases.</summary>
internal sealed class DocumentStore(long workspace, string subject, IDatabase database) : IDocumentStore, IDisposable
{
    private const string InsertLink = """
        INSERT INTO share_link (workspace, id, position, token, document, options, password, revision, label, recipient, campaign, created_at, created_by, revoked_at, opens, max_opens)
        VALUES (@Workspace, @Id, @Position, @Token, @Document, @Options, @Password, @Revision, @Label, @Recipient, @Campaign, @CreatedAt, @CreatedBy, @RevokedAt, @Opens, @MaxOpens)
        """;

    private const string SelectLinks = """
        SELECT id AS Id, token AS Token, document AS Document, options AS Options, password AS Password, revision AS Revision, label AS Label, recipient AS Recipient, campaign AS Campaign,
        created_at AS CreatedAt, created_by AS CreatedBy, revoked_at AS RevokedAt, opens AS Opens FROM share_link WHERE workspace = @Workspace ORDER BY position
        """;

    private const string UpdateLink = """
        UPDATE share_link SET options = @Options, password = @Password, revision = @Revision, label = @Label, revoked_at = @RevokedAt, max_opens = @MaxOpens
        WHERE workspace = @Workspace AND id = @Id AND revision = @Revision - 1
        """;

    /// <summary>The one place where an opening is counted: the row changes only while there is room, so of many at once exactly as many get in as may.</summary>
    private const string CountOpening = """
        UPDATE share_link SET opens = opens + 1
        WHERE workspace = @Workspace AND id = @Link AND revision = @Revision AND revoked_at IS NULL AND (max_opens IS NULL OR opens < max_opens)
        """;

    private const string SelectEvents = """
        SELECT e.source AS Source, e.message AS Message, e.view_id AS ViewId, e.kind AS Kind, e.sequence AS Sequence, e.at_ms AS AtMs, e.body AS Body FROM view_event e
        """;

    private readonly EventWriter _events = new(workspace, database);
    private long _stamp;

    public long Stamp => Interlocked.Read(ref _stamp);

    public Task<IReadOnlyList<SharedDocument>> DocumentsAsync(CancellationToken ct) => ListAsync<SharedDocument>(async connection =>
    {
        var versions = (await connection.QueryAsync<BodyRow>(Sql("SELECT document AS Owner, body AS Body FROM document_version WHERE workspace = @Workspace ORDER BY document, version", null, ct)).ConfigureAwait(false))
            .ToLookup(row => row.Owner, row => Rows.Read<DocumentVersion>(row.Body), StringComparer.Ordinal);
        var documents = await connection.QueryAsync<DocumentRow>(Sql("SELECT id AS Id, title AS Title, type AS Type, created_at AS CreatedAt, removed_at AS RemovedAt FROM document WHERE workspace = @Workspace ORDER BY position", null, ct)).ConfigureAwait(false);
        return [.. documents.Select(row => row.With([.. versions[row.Id]]))];
    }, ct);

    public Task AddDocumentAsync(SharedDocument document, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(document);
        return WriteAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync(Sql(
                "INSERT INTO document (workspace, id, position, title, type, created_at, removed_at) SELECT @Workspace, @Id, COALESCE(MAX(position), 0) + 1, @Title, @Type, @CreatedAt, @RemovedAt FROM document WHERE workspace = @Workspace",
                new { document.Id, document.Title, Type = document.Type.ToString(), CreatedAt = Rows.Text(document.CreatedAt), RemovedAt = Rows.Text(document.RemovedAt) }, ct, transaction)).ConfigureAwait(false);
            foreach (var version in document.Versions)
            {
                await InsertAsync(connection, transaction, document.Id, version, ct).ConfigureAwait(false);
            }

            return true;
        }, ct);
    }

    public Task AddVersionAsync(string document, DocumentVersion version, CancellationToken ct) => WriteAsync(async (connection, transaction) =>
    {
        await InsertAsync(connection, transaction, document, version, ct).ConfigureAwait(false);
        return true;
    }, ct);

    public Task ChangeDocumentAsync(SharedDocument document, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(document);
        return WriteAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync(Sql("UPDATE document SET title = @Title, type = @Type, removed_at = @RemovedAt WHERE workspace = @Workspace AND id = @Id", new { document.Id, document.Title, Type = document.Type.ToString(), RemovedAt = Rows.Text(document.RemovedAt) }, ct, transaction)).ConfigureAwait(false);
            await connection.ExecuteAsync(Sql("UPDATE document_version SET body = @Body WHERE workspace = @Workspace AND document = @Id AND version = @Number", new { document.Id, Number = (long)document.Current.Number, Body = Rows.Write(document.Current) }, ct, transaction)).ConfigureAwait(false);
            return true;
        }, ct);
    }

    public Task<IReadOnlyList<ShareLink>> LinksAsync(CancellationToken ct) => ListAsync<ShareLink>(async connection =>
        [.. (await connection.QueryAsync<LinkRow>(Sql(SelectLinks, null, ct)).ConfigureAwait(false)).Select(row => row.ToLink())], ct);

    public Task AddLinksAsync(IReadOnlyList<ShareLink> links, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(links);
        return WriteAsync(async (connection, transaction) =>
        {
            var last = await connection.ExecuteScalarAsync<long>(Sql("SELECT COALESCE(MAX(position), 0) FROM share_link WHERE workspace = @Workspace", null, ct, transaction)).ConfigureAwait(false);
            await connection.ExecuteAsync(new CommandDefinition(InsertLink, links.Select((link, i) => Values(link, last + 1 + i)).ToArray(), transaction, cancellationToken: ct)).ConfigureAwait(false);
            return true;
        }, ct);
    }

    public Task<bool> ChangeLinkAsync(ShareLink link, CancellationToken ct) => WriteAsync(async (connection, transaction) =>
        await connection.ExecuteAsync(new CommandDefinition(UpdateLink, Values(link, 0), transaction, cancellationToken: ct)).ConfigureAwait(false) > 0, ct);

    public Task<int?> AdmitAsync(Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return WriteAsync<int?>(async (connection, transaction) =>
        {
            // A member who previews is let in without using the link up.
            if (!viewer.IsTeam && await connection.ExecuteAsync(Sql(CountOpening, new { viewer.Link, Revision = (long)viewer.Revision }, ct, transaction)).ConfigureAwait(false) == 0)
            {
                return null;
            }

            await connection.ExecuteAsync(Sql("INSERT INTO viewer (workspace, id, link, body) VALUES (@Workspace, @Id, @Link, @Body)", new { viewer.Id, viewer.Link, Body = Rows.Write(viewer) }, ct, transaction)).ConfigureAwait(false);
            return (int)await connection.ExecuteScalarAsync<long>(Sql("SELECT opens FROM share_link WHERE workspace = @Workspace AND id = @Link", new { viewer.Link }, ct, transaction)).ConfigureAwait(false);
        }, ct);
    }

    public Task<Viewer?> ViewerAsync(string id, CancellationToken ct) => ReadAsync(async connection =>
        await connection.ExecuteScalarAsync<string?>(Sql("SELECT body FROM viewer WHERE workspace = @Workspace AND id = @Id", new { Id = id }, ct)).ConfigureAwait(false) is { } body ? Rows.Read<Viewer>(body) : null, ct);

    public Task<IReadOnlyList<Viewer>> ViewersAsync(CancellationToken ct) => ReadAsync<IReadOnlyList<Viewer>>(async connection =>
        [.. (await connection.QueryAsync<string>(Sql("SELECT body FROM viewer WHERE workspace = @Workspace", null, ct)).ConfigureAwait(false)).Select(Rows.Read<Viewer>)], ct);

    public Task ForgetAsync(IReadOnlyCollection<string> viewers, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewers);
        return WriteAsync(async (connection, transaction) =>
        {
            var gone = viewers.ToHashSet(StringComparer.Ordinal);
            var views = (await connection.QueryAsync<string>(Sql("SELECT body FROM document_view WHERE workspace = @Workspace", null, ct, transaction)).ConfigureAwait(false)).Select(Rows.Read<DocumentView>).Where(view => gone.Contains(view.Viewer)).ToArray();
            foreach (var view in views)
            {
                await connection.ExecuteAsync(Sql("DELETE FROM view_event WHERE workspace = @Workspace AND view_id = @Id", new { view.Id }, ct, transaction)).ConfigureAwait(false);
                await connection.ExecuteAsync(Sql("DELETE FROM document_view WHERE workspace = @Workspace AND id = @Id", new { view.Id }, ct, transaction)).ConfigureAwait(false);
            }

            foreach (var id in gone)
            {
                await connection.ExecuteAsync(Sql("DELETE FROM viewer WHERE workspace = @Workspace AND id = @Id", new { Id = id }, ct, transaction)).ConfigureAwait(false);
            }

            return views.Length;
        }, ct);
    }

    public Task<IReadOnlyList<GuessCount>> CountGuessAsync(IReadOnlyList<string> keys, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return WriteAsync<IReadOnlyList<GuessCount>>(async (connection, transaction) =>
        {
            var counts = new List<GuessCount>();
            foreach (var key in keys)
            {
                var found = await connection.QuerySingleOrDefaultAsync<GuessRow>(Sql("SELECT id AS Id, since AS Since, tries AS Tries FROM link_guess WHERE workspace = @Workspace AND id = @Id", new { Id = key }, ct, transaction)).ConfigureAwait(false);
                var count = GuessCount.Next(found is null ? null : new GuessCount(found.Id, Rows.Time(found.Since), (int)found.Tries), key, now);
                await connection.ExecuteAsync(Sql(
                    "INSERT INTO link_guess (workspace, id, since, tries) VALUES (@Workspace, @Id, @Since, @Tries) ON CONFLICT (workspace, id) DO UPDATE SET since = excluded.since, tries = excluded.tries",
                    new { Id = key, Since = Rows.Text(count.Since), Tries = (long)count.Tries }, ct, transaction)).ConfigureAwait(false);
                counts.Add(count);
            }

            return counts;
        }, ct);
    }

    public Task GiveBackGuessAsync(IReadOnlyList<string> keys, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return WriteAsync(async (connection, transaction) =>
        {
            // One by one: a list of values is written differently for the two databases.
            foreach (var key in keys)
            {
                await connection.ExecuteAsync(Sql("UPDATE link_guess SET tries = tries - 1 WHERE workspace = @Workspace AND tries > 0 AND id = @Id", new { Id = key }, ct, transaction)).ConfigureAwait(false);
            }

            return true;
        }, ct);
    }

    public Task<bool> AddCodeAsync(OneTimeCode code, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(code);
        return WriteAsync(async (connection, transaction) =>
        {
            var sent = await CodesAsync(connection, transaction, code.Link, code.Email, ct).ConfigureAwait(false);
            if (sent.Any(row => Rows.Time(row.SentAt) > code.SentAt - OneTimeCode.Between) || sent.Count(row => Rows.Time(row.SentAt) > code.SentAt.AddDays(-1)) >= OneTimeCode.MostADay)
            {
                return false;
            }

            await connection.ExecuteAsync(Sql(
                "INSERT INTO link_code (workspace, position, link, email, hash, sent_at, tries, used_at) SELECT @Workspace, COALESCE(MAX(position), 0) + 1, @Link, @Email, @Hash, @SentAt, 0, NULL FROM link_code WHERE workspace = @Workspace",
                new { code.Link, code.Email, code.Hash, SentAt = Rows.Text(code.SentAt) }, ct, transaction)).ConfigureAwait(false);
            return true;
        }, ct);
    }

    public Task<bool> UseCodeAsync(string link, string email, string hash, DateTimeOffset now, CancellationToken ct) => WriteAsync(async (connection, transaction) =>
    {
        // Only the newest code counts, so asking for more of them gives no more tries at one.
        if ((await CodesAsync(connection, transaction, link, email, ct).ConfigureAwait(false)).LastOrDefault() is not { } newest || !newest.ToCode(link, email).CanTryAt(now))
        {
            return false;
        }

        var isRight = System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(newest.Hash), System.Text.Encoding.UTF8.GetBytes(hash));
        await connection.ExecuteAsync(Sql("UPDATE link_code SET tries = tries + 1, used_at = @UsedAt WHERE workspace = @Workspace AND position = @Position", new { newest.Position, UsedAt = isRight ? Rows.Text(now) : null }, ct, transaction)).ConfigureAwait(false);
        return isRight;
    }, ct);

    public Task AddViewAsync(DocumentView view, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(view);
        return WriteAsync(async (connection, transaction) =>
            await connection.ExecuteAsync(Sql("INSERT INTO document_view (workspace, id, document, body) VALUES (@Workspace, @Id, @Document, @Body)", new { view.Id, view.Document, Body = Rows.Write(view) }, ct, transaction)).ConfigureAwait(false), ct);
    }

    public Task<IReadOnlyList<DocumentView>> ViewsAsync(string? document, CancellationToken ct) => ReadAsync<IReadOnlyList<DocumentView>>(async connection =>
        [.. (await connection.QueryAsync<string>(Sql("SELECT body FROM document_view WHERE workspace = @Workspace" + (document is null ? "" : " AND document = @Document"), new { Document = document }, ct)).ConfigureAwait(false)).Select(Rows.Read<DocumentView>)], ct);

    public Task<IReadOnlyList<ViewEvent>> EventsAsync(string? document, CancellationToken ct) => ReadAsync<IReadOnlyList<ViewEvent>>(async connection =>
    {
        var sql = SelectEvents + (document is null ? " WHERE e.workspace = @Workspace" : " JOIN document_view v ON v.workspace = e.workspace AND v.id = e.view_id WHERE e.workspace = @Workspace AND v.document = @Document") + " ORDER BY e.at_ms, e.message";
        return [.. (await connection.QueryAsync<EventRow>(Sql(sql, new { Document = document }, ct)).ConfigureAwait(false)).Select(row => row.ToEvent())];
    }, ct);

    public async Task<IReadOnlyList<EventVerdict>> KeepAsync(IReadOnlyList<ViewEvent> events, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(events);
        var verdicts = await StorageChecks.GuardedAsync(subject, () => _events.KeepAsync(events, ct)).ConfigureAwait(false);
        Interlocked.Increment(ref _stamp);
        return verdicts;
    }

    // What callers still wait for is written before the database closes under it.
    public void Dispose() => _events.Dispose();

    private async Task<List<CodeRow>> CodesAsync(DbConnection connection, DbTransaction transaction, string link, string email, CancellationToken ct) =>
        [.. await connection.QueryAsync<CodeRow>(Sql("SELECT position AS Position, hash AS Hash, sent_at AS SentAt, tries AS Tries, used_at AS UsedAt FROM link_code WHERE workspace = @Workspace AND link = @Link AND email = @Email ORDER BY position", new { Link = link, Email = email }, ct, transaction)).ConfigureAwait(false)];

    private Task<int> InsertAsync(DbConnection connection, DbTransaction transaction, string document, DocumentVersion version, CancellationToken ct) =>
        connection.ExecuteAsync(Sql("INSERT INTO document_version (workspace, document, version, body) VALUES (@Workspace, @Document, @Number, @Body)", new { Document = document, Number = (long)version.Number, Body = Rows.Write(version) }, ct, transaction));

    private object Values(ShareLink link, long position) => new
    {
        Workspace = workspace, link.Id, Position = position, link.Token, link.Document, Options = Rows.Write(link.Options), Password = link.Password?.Encode(), Revision = (long)link.Revision, link.Label, link.Recipient, link.Campaign,
        CreatedAt = Rows.Text(link.CreatedAt), link.CreatedBy, RevokedAt = Rows.Text(link.RevokedAt), Opens = (long)link.Opens, MaxOpens = (long?)link.Options.MaxOpens,
    };

    /// <summary>A command with the workspace among its values.</summary>
    private CommandDefinition Sql(string text, object? values, CancellationToken ct, DbTransaction? transaction = null)
    {
        var parameters = new DynamicParameters(values);
        parameters.Add("Workspace", workspace);
        return new CommandDefinition(text, parameters, transaction, cancellationToken: ct);
    }

    /// <summary>A list; empty in a workspace of before that nobody has owned since: whoever only reads cannot bring it up to date, and there are no documents in it.</summary>
    private Task<IReadOnlyList<T>> ListAsync<T>(Func<DbConnection, Task<IReadOnlyList<T>>> work, CancellationToken ct) => ReadAsync(async connection =>
    {
        try
        {
            return await work(connection).ConfigureAwait(false);
        }
        catch (SqliteException missing) when (missing.Message.Contains("no such table", StringComparison.Ordinal))
        {
            return [];
        }
    }, ct);

    private Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken ct) => StorageChecks.GuardedAsync(subject, () => database.ReadAsync(work, ct));

    private async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken ct)
    {
        var value = await StorageChecks.GuardedAsync(subject, () => database.WriteAsync(work, ct)).ConfigureAwait(false);
        Interlocked.Increment(ref _stamp);
        return value;
    }
}
