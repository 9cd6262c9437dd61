using System.Globalization;
using Kindred.Core.Basics;

namespace Kindred.Storage;

/// <summary>Makes one process the owner of a workspace folder. The operating system lets go of it when the process ends, however it ends.</summary>
internal sealed class WorkspaceLock : IDisposable
{
    internal const string FileName = "workspace.lock";

    /// <summary>Who holds the lock, for messages: the locked file itself cannot be read by others.</summary>
    private const string OwnerFileName = "workspace.owner";

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
            var owner = File.Exists(path) ? Owner(folder) : null;
            return Result.Refused<WorkspaceLock>(owner is null ? StorageChecks.NotWritable(folder, failure.Message) : StorageChecks.Locked(folder, owner));
        }

        try
        {
            File.WriteAllText(Path.Combine(folder, OwnerFileName), "process " + Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        }
        catch (IOException failure)
        {
            file.Dispose();
            return Result.Refused<WorkspaceLock>(StorageChecks.Failure(failure, folder)!.Reason);
        }

        return Result.Accepted(new WorkspaceLock(file));
    }

    public void Dispose() => _file.Dispose();

    /// <summary>What the owner wrote, or a question mark.</summary>
    private static string Owner(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, OwnerFileName));
        }
        catch (IOException)
        {
            return "?";
        }
        catch (UnauthorizedAccessException)
        {
            return "?";
        }
    }
}
