namespace Kindred.Core.Members;

/// <summary>Names a member; random, so that it cannot be guessed from another.</summary>
/// <param name="Value">32 lower-case hexadecimal digits.</param>
public readonly record struct MemberId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}
