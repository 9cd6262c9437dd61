namespace Kindred.Storage.Imports;

/// <summary>The statements on imports, one text for both databases.</summary>
internal static class ImportSql
{
    private const string Fields = """
        SELECT id AS Id, state AS State, file_name AS FileName, sheet AS Sheet, sha256 AS Sha256, bytes AS Bytes, kind AS Kind, columns AS Columns,
               accepted AS Accepted, rejected AS Rejected, last_line AS LastLine, complete AS Complete, started_at AS StartedAt, changed_at AS ChangedAt
        FROM import WHERE workspace = @Workspace
        """;

    internal const string List = Fields + " ORDER BY id";

    internal const string Find = Fields + " AND id = @Id";

    internal const string FindFile = Fields + " AND sha256 = @Sha256 AND sheet = @Sheet";

    internal const string Insert = """
        INSERT INTO import (workspace, id, state, file_name, sheet, sha256, bytes, kind, columns, accepted, rejected, last_line, complete, started_at, changed_at)
        SELECT @Workspace, COALESCE(MAX(id), 0) + 1, 'staging', @FileName, @Sheet, @Sha256, @Bytes, @Kind, @Columns, 0, 0, 0, 0, @At, @At FROM import WHERE workspace = @Workspace
        """;

    internal const string Restage = "UPDATE import SET state = 'staging', file_name = @FileName, kind = @Kind, changed_at = @At WHERE workspace = @Workspace AND id = @Id";

    internal const string Reset = """
        UPDATE import SET state = 'staging', file_name = @FileName, kind = @Kind, columns = @Columns, accepted = 0, rejected = 0, last_line = 0, complete = 0, changed_at = @At
        WHERE workspace = @Workspace AND id = @Id
        """;

    internal const string DeleteRows = "DELETE FROM import_row WHERE workspace = @Workspace AND import = @Id";

    internal const string DeleteRejects = "DELETE FROM import_reject WHERE workspace = @Workspace AND import = @Id";

    internal const string Purge = "UPDATE import SET accepted = 0, rejected = 0, last_line = 0, complete = 0 WHERE workspace = @Workspace AND id = @Id AND state = 'undone'";

    /// <summary>Changes one row only when the batch lies behind everything stored: a second writer, or a batch sent twice, changes nothing and is noticed.</summary>
    internal const string Advance = """
        UPDATE import SET accepted = accepted + @Accepted, rejected = rejected + @Rejected, last_line = @LastLine
        WHERE workspace = @Workspace AND id = @Id AND state = 'staging' AND complete = 0 AND last_line < @FirstLine
        """;

    internal const string Publish = "UPDATE import SET state = 'active', complete = 1, changed_at = @At WHERE workspace = @Workspace AND id = @Id AND state = 'staging'";

    internal const string Undo = "UPDATE import SET state = 'undone', changed_at = @At WHERE workspace = @Workspace AND id = @Id AND state <> 'undone'";

    internal const string InsertReject = """
        INSERT INTO import_reject (workspace, import, line, code, subject, message_ko, message_en, raw_text)
        VALUES (@Workspace, @Import, @Line, @Code, @Subject, @Ko, @En, @Raw)
        """;

    internal const string Rejects = """
        SELECT line AS Line, code AS Code, subject AS Subject, message_ko AS Ko, message_en AS En, raw_text AS Raw
        FROM import_reject WHERE workspace = @Workspace AND import = @Import ORDER BY line
        """;

    internal const string Payloads = "SELECT payload FROM import_row WHERE workspace = @Workspace AND import = @Import ORDER BY line";
}
