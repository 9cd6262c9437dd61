using Kindred.Core.Members;
using Kindred.Product;

namespace Kindred.Web.Hosting;

/// <summary>Workspaces that the command line made before the server started: known to the site as soon as their folder is there.</summary>
internal static class KnownFolders
{
    /// <summary>The invented company, made by ./run.</summary>
    public const string Sample = "sample";

    /// <summary>The user's files, given to ./run.</summary>
    public const string Own = "own";

    public static async Task RegisterAsync(string data, MembersModule members, CancellationToken ct)
    {
        var known = await members.WorkspacesAsync(ct);
        if (InventedMark.IsOn(Path.Combine(data, Sample)) && known.All(workspace => workspace.Folder != Sample))
        {
            await members.AddWorkspace.RunAsync(new AddWorkspaceRequest("매듭 (가상)", IsInvented: true, Sample), Caller.Terminal, ct);
        }

        if (File.Exists(Path.Combine(data, Own, "kindred.db")) && known.All(workspace => workspace.Folder != Own))
        {
            await members.AddWorkspace.RunAsync(new AddWorkspaceRequest("우리 회사", IsInvented: InventedMark.IsOn(Path.Combine(data, Own)), Own), Caller.Terminal, ct);
        }
    }
}
