namespace Kindred.Core.Members;

/// <summary>A short label of a browser, so that people recognise their sessions.</summary>
public static class DeviceLabel
{
    // The order matters: Edge and Opera also say Chrome, Chrome also says Safari, Android also says Linux, an iPhone also says Mac OS.
    private static readonly (string Sign, string Name)[] Browsers = [("Edg", "Edge"), ("OPR", "Opera"), ("Whale", "Whale"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari"), ("curl", "curl")];
    private static readonly (string Sign, string Name)[] Systems = [("Android", "Android"), ("iPhone", "iOS"), ("iPad", "iPadOS"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>"Firefox · Linux"; "?" when nothing is recognised. Nothing of the text itself is kept.</summary>
    public static string Of(string? userAgent)
    {
        var found = new[] { Browsers, Systems }.Select(known => known.FirstOrDefault(entry => userAgent?.Contains(entry.Sign, StringComparison.Ordinal) == true).Name).OfType<string>().ToArray();
        return found.Length == 0 ? "?" : string.Join(" · ", found);
    }
}
