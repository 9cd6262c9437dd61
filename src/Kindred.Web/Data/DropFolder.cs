namespace Kindred.Web;

/// <summary>Where dropped files wait until they are imported: a folder of the workspace, one sub-folder a drop.</summary>
internal static class DropFolder
{
    private const string Name = "incoming";

    /// <summary>The folder of a drop. Its name is ours: 16 hexadecimal digits.</summary>
    public static string Of(string workspace, string drop) => IsName(drop) ? Path.Combine(workspace, Name, drop) : throw new ArgumentException("No name of a drop.", nameof(drop));

    /// <summary>Whether a name can be that of a drop; nothing else ever becomes part of a path.</summary>
    public static bool IsName(string drop) => drop.Length == 16 && drop.All(char.IsAsciiHexDigitLower);

    /// <summary>A new drop.</summary>
    public static string NewName() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));

    /// <summary>Deletes what was imported.</summary>
    public static void Forget(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A file somebody still downloads rejects from; it is deleted with the next drop.
        }
    }
}
