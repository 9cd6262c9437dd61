namespace Kindred.Web.Hosting;

/// <summary>What is logged. No secret and nothing a person typed.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Reference} {Method} {Path} failed")]
    public static partial void Failed(ILogger logger, string reference, string method, string path, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Reference} job failed")]
    public static partial void JobFailed(ILogger logger, string reference, Exception failure);
}
