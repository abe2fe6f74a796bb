@echo off
rem Runs the seedhouse command line on Java 25 or newer, wherever this folder lies.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" "@%~dp0..\lib\jvm.options" -cp "%~dp0..\lib\seedhouse.jar" io.seedhouse.packager.start.Start %*
