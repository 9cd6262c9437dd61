namespace Kindred.Core.Members;

/// <summary>Names a workspace of the site; random, so that it cannot be guessed from another.</summary>
/// <param name="Value">32 lower-case hexadecimal digits.</param>
public readonly record struct WorkspaceId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}
