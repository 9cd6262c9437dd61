using Kindred.Core.Basics;
using Kindred.Core.Workspaces;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kindred.Storage;

/// <summary>Every refusal and failure of storing, with its reason.</summary>
internal static class StorageChecks
{
    internal static Reason Locked(string folder, string owner) => Of("workspace-locked", folder,
        $"다른 프로그램({owner})이 '{folder}' 작업 공간을 쓰고 있어요. 그 프로그램을 끝내고 다시 해 주세요.",
        $"Another process ({owner}) owns the workspace '{folder}'. End it and try again.");

    internal static Reason NotWritable(string folder, string why) => Of("not-writable", folder,
        $"'{folder}'에 쓸 수 없어요({why}). 쓰기 권한이 있는 폴더를 골라 주세요.",
        $"'{folder}' cannot be written ({why}). Choose a folder you may write to.");

    internal static Reason NoWorkspace(string folder) => Of("no-workspace", folder,
        $"'{folder}'에 작업 공간이 없어요. 먼저 파일을 가져와 주세요(kindred import).",
        $"There is no workspace in '{folder}'. Import a file first (kindred import).");

    internal static Reason DiskFull(string subject) => Of("disk-full", subject,
        "디스크가 가득 찼어요. 저장하던 묶음은 통째로 취소했고 앞서 저장한 것은 그대로예요. 자리를 만들고 다시 하면 이어서 저장해요.",
        "The disk is full. The batch being stored was taken back whole; what was stored before is kept. Make room and repeat: storing goes on where it stopped.");

    internal static Reason Corrupt(string subject, string why) => Of("corrupt-database", subject,
        $"데이터베이스가 깨졌어요({why}). 백업에서 되살려 주세요.",
        $"The database is damaged ({why}). Restore it from a backup.");

    internal static Reason Busy(int waiting) => Of("busy", Text(waiting),
        $"저장을 기다리는 것이 {Text(waiting)}건을 넘었어요. 잠시 뒤에 다시 보내 주세요. 아무것도 잃지 않았어요.",
        $"More than {Text(waiting)} events wait to be stored. Send it again in a moment; nothing is lost.");

    internal static Reason Failed(string subject, string why) => Of("failed", subject,
        $"저장하지 못했어요({why}). 디스크와 데이터베이스를 확인하고 다시 해 주세요.",
        $"Storing failed ({why}). Check disk and database and try again.");

    internal static Reason Unreachable(string subject, string why) => Of("database-unreachable", subject,
        $"데이터베이스에 연결할 수 없어요({why}). 주소와 상태를 확인해 주세요.",
        $"The database cannot be reached ({why}). Check its address and whether it runs.");

    internal static Reason NewerSchema(string subject, long found, int known) => Of("newer-schema", subject,
        $"이 작업 공간은 더 새로운 Kindred가 만들었어요(형식 {found}, 이 프로그램은 {known}까지). Kindred를 업데이트해 주세요.",
        $"A newer Kindred made this workspace (schema {found}; this one knows {known}). Update Kindred.");

    internal static Reason ForeignSchema(string subject, long number) => Of("foreign-schema", subject,
        $"작업 공간의 형식 {number}번이 이 프로그램의 것과 달라요. 만들 때 쓴 판의 Kindred로 열어 주세요.",
        $"Schema step {number} of this workspace differs from this program's. Open it with the version of Kindred that made it.");

    internal static Reason NoImport(long import) => Of("no-such-import", Text(import),
        $"{import}번 가져오기가 없어요. 목록에서 번호를 확인해 주세요.",
        $"There is no import {import}. Check its number in the list.");

    internal static Reason NotActive(long import, ImportState state) => Of("import-not-active", Text(import),
        $"{import}번 가져오기는 지금 보이지 않아요(상태: {Ko(state)}). 활성 상태인 것만 읽거나 되돌릴 수 있어요.",
        $"Import {import} is not visible (state: {Text(state)}). Only active ones can be read or undone.");

    /// <summary>The failure in words; null when it is none of storing's.</summary>
    internal static StorageException? Failure(Exception exception, string subject)
    {
        var reason = exception switch
        {
            SqliteException { SqliteErrorCode: 13 } => DiskFull(subject),
            SqliteException { SqliteErrorCode: 3 or 8 or 14 } sqlite => NotWritable(subject, sqlite.Message),
            SqliteException { SqliteErrorCode: 5 or 6 } sqlite => Locked(subject, sqlite.Message),
            SqliteException { SqliteErrorCode: 11 or 26 } sqlite => Corrupt(subject, sqlite.Message),
            SqliteException sqlite => Failed(subject, sqlite.Message),
            PostgresException { SqlState: "53100" } => DiskFull(subject),
            PostgresException postgres => Failed(subject, postgres.MessageText),
            NpgsqlException npgsql => Unreachable(subject, npgsql.Message),
            UnauthorizedAccessException denied => NotWritable(subject, denied.Message),
            IOException { HResult: 28 } => DiskFull(subject),
            IOException io => NotWritable(subject, io.Message),
            _ => null,
        };
        return reason is null ? null : new StorageException(reason, exception);
    }

    /// <summary>Does the work; what storing is to blame for becomes a failure in words.</summary>
    internal static async Task<T> GuardedAsync<T>(string subject, Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception failure) when (Failure(failure, subject) is { } storage)
        {
            throw storage;
        }
    }

    private static string Ko(ImportState state) => state switch { ImportState.Staging => "저장하는 중", ImportState.Active => "활성", _ => "되돌림" };

    private static string Text(ImportState state) => state switch { ImportState.Staging => "staging", ImportState.Active => "active", _ => "undone" };

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Reason Of(string code, string subject, string ko, string en) => new("storage." + code, subject, new Wording(ko, en));
}
