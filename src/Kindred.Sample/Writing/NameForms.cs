namespace Kindred.Sample.Writing;

/// <summary>The same company under the spellings different tools hold: legal forms before, after, as one character, spelled out.</summary>
internal static class NameForms
{
    private static readonly Func<string, string>[] Korean =
        [name => name, name => "(주)" + name, name => "㈜" + name, name => "주식회사 " + name, name => name + "(주)", name => name + " 주식회사"];

    private static readonly Func<string, string>[] English =
        [name => name, name => name + " Inc.", name => name + ", Inc.", name => name + " LLC", name => name + " Inc", name => name.ToUpperInvariant() + " INC"];

    /// <summary>A spelling that depends on the account and the file only.</summary>
    public static string In(SampleAccount account, int index, int file)
    {
        var forms = account.Country == "KR" ? Korean : English;
        var mixed = ((uint)index * 2654435761u) ^ ((uint)file * 40503u);
        return forms[(int)((mixed >> 13) % (uint)forms.Length)](account.Name);
    }
}
