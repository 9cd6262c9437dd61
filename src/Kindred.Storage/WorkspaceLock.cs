using System.Globalization;
using Kindred.Core.Basics;

namespace Kindred.Storage;

/// <summary>Makes one process the owner of a workspace folder. The operating system lets go of it when the process ends, however it ends.</summary>
internal sealed class WorkspaceLock : IDisposable
{
    internal const string FileName = "workspace.lock";
    private readonly FileStream _file;

    private WorkspaceLock(FileStream file) => _file = file;

    internal static Result<WorkspaceLock> Take(string folder)
    {
        var path = Path.Combine(folder, FileName);
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException denied)
        {
            return Result.Refused<WorkspaceLock>(StorageChecks.NotWritable(folder, denied.Message));
        }
        catch (IOException failure)
        {
            var owner = Owner(path);
            return Result.Refused<WorkspaceLock>(owner is null ? StorageChecks.NotWritable(folder, failure.Message) : StorageChecks.Locked(folder, owner));
        }

        try
        {
            file.SetLength(0);
            file.Write(System.Text.Encoding.UTF8.GetBytes("process " + Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
        }
        catch (IOException failure)
        {
            file.Dispose();
            return Result.Refused<WorkspaceLock>(StorageChecks.Failure(failure, folder)!.Reason);
        }

        return Result.Accepted(new WorkspaceLock(file));
    }

    public void Dispose() => _file.Dispose();

    /// <summary>What the owner wrote, or null when there is no such file.</summary>
    private static string? Owner(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file);
            var text = reader.ReadToEnd();
            return text.Length > 0 ? text : "?";
        }
        catch (IOException)
        {
            return File.Exists(path) ? "?" : null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }
}
