; The installer for Windows, for one person without administrator's rights. After `py run.py build`:
;   iscc /DVersion=0.1.0 resources\desktop\plainspoken.iss
; It writes dist\Plainspoken-0.1.0-setup.exe, and ties library and summary files to the program.

#ifndef Version
  #define Version "0.1.0"
#endif
#define Root "..\.."

[Setup]
AppId={{7D1C7A52-8C0E-4B8E-9C55-5B7C0F4C1E2A}
AppName=Plainspoken
AppVersion={#Version}
AppPublisher=The Plainspoken authors
DefaultDirName={autopf}\Plainspoken
DefaultGroupName=Plainspoken
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
Compression=lzma2
SolidCompression=yes
LicenseFile={#Root}\LICENSE
OutputDir={#Root}\dist
OutputBaseFilename=Plainspoken-{#Version}-setup
SetupIconFile={#Root}\build\icons\Plainspoken.ico
UninstallDisplayIcon={app}\Plainspoken.exe
WizardStyle=modern

[InstallDelete]
; What an earlier version brought and this one does not: a library file of nobody's stands outside.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Root}\dist\plainspoken\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{autoprograms}\Plainspoken"; Filename: "{app}\Plainspoken.exe"; AppUserModelID: "org.plainspoken.Plainspoken"

[Registry]
Root: HKA; Subkey: "Software\Classes\.plainspoken\OpenWithProgids"; ValueType: string; ValueName: "Plainspoken.Library"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.plainspoken-summary\OpenWithProgids"; ValueType: string; ValueName: "Plainspoken.Summary"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Plainspoken.Library"; ValueType: string; ValueData: "Plainspoken library"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Plainspoken.Library\DefaultIcon"; ValueType: string; ValueData: "{app}\Plainspoken.exe,0"
Root: HKA; Subkey: "Software\Classes\Plainspoken.Library\shell\open\command"; ValueType: string; ValueData: """{app}\Plainspoken.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Plainspoken.Summary"; ValueType: string; ValueData: "Plainspoken summary"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Plainspoken.Summary\DefaultIcon"; ValueType: string; ValueData: "{app}\Plainspoken.exe,0"
Root: HKA; Subkey: "Software\Classes\Plainspoken.Summary\shell\open\command"; ValueType: string; ValueData: """{app}\Plainspoken.exe"" ""%1"""

[Run]
Filename: "{app}\Plainspoken.exe"; Description: "Start Plainspoken"; Flags: nowait postinstall skipifsilent
