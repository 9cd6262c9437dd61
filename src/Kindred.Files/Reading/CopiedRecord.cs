namespace Kindred.Files.Reading;

/// <summary>A record kept for later, with its own bytes.</summary>
internal sealed class CopiedRecord : RecordSource
{
    private readonly byte[] _raw;

    internal CopiedRecord(RecordSource source)
    {
        var total = 0;
        for (var i = 0; i < source.Count; i++)
        {
            total += source.LengthOf(i);
        }

        Buffer = new byte[total + Padding];
        Starts = new int[source.Count];
        Lengths = new int[source.Count];
        Count = source.Count;
        Line = source.Line;
        var at = 0;
        for (var i = 0; i < source.Count; i++)
        {
            var field = source.Field(i);
            field.CopyTo(Buffer.AsSpan(at));
            Starts[i] = at;
            Lengths[i] = field.Length;
            at += field.Length;
        }

        _raw = [.. source.Raw.Length > RawLimit ? source.Raw[..RawLimit] : source.Raw];
    }

    internal override double Progress => 0;

    internal override bool Next() => false;

    internal override ReadOnlySpan<byte> Raw => _raw;
}
